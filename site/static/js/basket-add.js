/*
 * Puts a product into the basket without leaving the page. Without script, and whenever something must be asked
 * or refused, the form goes its plain way to a page that says what is the matter.
 */

const SHOWN = 8000; // milliseconds

/** A message of our own look with a way to the basket; it goes, the counter stays. */
function tell(message, link) {
    document.querySelector(".basket-news")?.remove();
    const box = document.createElement("div");
    box.className = `${message.className} basket-news`;
    box.setAttribute("role", "status");
    document.body.append(box);
    const way = document.createElement("a");
    way.href = link;
    way.textContent = document.querySelector("[data-basket-link]")?.dataset.basketLink ?? "";
    // Filled after it stands in the page: assistive technology reads what changes.
    box.append(...message.cloneNode(true).childNodes);
    box.querySelector("p")?.append(" ", way);
    setTimeout(() => box.contains(document.activeElement) || box.remove(), SHOWN);
}

document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("[data-add]") || event.submitter?.name === "buy_now") return;
    event.preventDefault();
    const data = new FormData(form, event.submitter);
    try {
        const response = await fetch(form.action, { method: "POST", body: new URLSearchParams(data) });
        const page = new DOMParser().parseFromString(await response.text(), "text/html");
        const said = [...page.querySelectorAll("[data-messages] > .message")];
        if (response.redirected && response.ok && said.length) {
            document.dispatchEvent(new Event("basket-changed"));
            tell(document.importNode(said.at(-1), true), response.url);
            return;
        }
    } catch {
        // No line: let the browser try and say so.
    }
    if (event.submitter?.name) {
        const kept = document.createElement("input");
        kept.type = "hidden";
        kept.name = event.submitter.name;
        kept.value = event.submitter.value;
        form.append(kept);
    }
    form.submit();
});
