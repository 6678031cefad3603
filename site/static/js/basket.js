/*
 * Changes the basket in place. Without script every button of the basket sends its form and the page comes anew;
 * with it the same forms go by fetch, and the part of the page that the answer changed is exchanged.
 */

const PAUSE = 400; // milliseconds in which more steps of the same field are waited for
const news = document.querySelector("[data-basket-news]");
let pause = 0;
let waiting = Promise.resolve();

/** Put the basket of the answered page in the place of this one, keeping the focus where it was. */
function exchange(page) {
    const fresh = page.querySelector("[data-basket]");
    const old = document.querySelector("[data-basket]");
    if (!fresh || !old) return false;
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    const step = focused?.dataset.step;
    const field = step ? focused.closest("[data-quantity]").querySelector("input").id : focused?.id;
    old.replaceWith(fresh);
    document.dispatchEvent(new Event("basket-changed"));
    if (focused) {
        const again = field && document.getElementById(field);
        const target = step && again ? again.closest("[data-quantity]").querySelector(`[data-step="${step}"]`) : again;
        (target || document.getElementById("basket-heading"))?.focus({ preventScroll: true });
    }
    const said = [...fresh.querySelectorAll("[data-messages] p, .message--error p, .basket-line__note, .form-field__error")];
    const sum = [...(fresh.querySelector(".totals__row--sum")?.children ?? [])];
    news.textContent = [...said, ...sum].map((part) => part.textContent.trim()).join(" ");
    return true;
}

/** Send part of a form; one after the other, so that answers come in the order of the steps. */
function send(form, data) {
    waiting = waiting.then(async () => {
        document.querySelector("[data-basket]")?.setAttribute("aria-busy", "true");
        try {
            const response = await fetch(form.action, { method: "POST", body: new URLSearchParams(data) });
            if (exchange(new DOMParser().parseFromString(await response.text(), "text/html"))) return;
        } catch {
            // Fall through: the browser itself tells what is wrong with the line.
        }
        location.reload();
    });
}

document.addEventListener("change", (event) => {
    const form = event.target.closest("[data-basket-form]");
    if (!form || !event.target.matches(".quantity__field")) return;
    clearTimeout(pause);
    pause = setTimeout(() => send(form, new FormData(form)), PAUSE);
});

document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-basket-form]")) return;
    event.preventDefault();
    clearTimeout(pause);
    send(event.target, new FormData(event.target, event.submitter));
});
