/*
 * The filters of a list. Without script they are a plain GET form behind a disclosure. With it:
 * on phones the form opens as a sheet and its button counts what it would show;
 * on wide screens a change shows at once, in place.
 */

const wide = window.matchMedia("(min-width: 60rem)");
const panel = document.querySelector("[data-filter-panel]");
const body = panel?.querySelector(".filter-panel__body");
const form = panel?.querySelector("[data-filter-form]");
const button = form?.querySelector("[data-result-button]");
const sort = document.querySelector("[data-sort]");
let running = null;

/** The address that the form would open, without its empty fields. */
function address() {
    const url = new URL(form.action);
    for (const [name, value] of new FormData(form)) {
        if (value !== "" && !(name === "sort" && value === sort?.options[0].value)) url.searchParams.append(name, value);
    }
    return url;
}

/** Fetch the list that the form asks for; a later question stops an earlier one. */
async function ask() {
    running?.abort();
    running = new AbortController();
    try {
        const response = await fetch(address(), { signal: running.signal });
        if (!response.ok) return null;
        return new DOMParser().parseFromString(await response.text(), "text/html");
    } catch (error) {
        if (error.name !== "AbortError") form.submit();
        return null;
    }
}

function copy(page, selector) {
    const from = page.querySelector(selector);
    const to = document.querySelector(selector);
    if (from && to) to.replaceChildren(...from.childNodes);
}

/** Take over counts and states of the boxes, leaving the boxes themselves and the focus where they are. */
function refreshBoxes(page) {
    for (const box of form.querySelectorAll("input[type=checkbox]")) {
        const fresh = page.querySelector(`#filters input[name="${box.name}"][value="${CSS.escape(box.value)}"]`);
        const count = box.closest("label").querySelector(".facet__count");
        const freshCount = fresh?.closest("label").querySelector(".facet__count");
        if (!fresh) continue;
        box.disabled = fresh.disabled;
        box.closest("label").className = fresh.closest("label").className;
        if (count && freshCount) count.replaceChildren(...freshCount.childNodes);
    }
}

async function showInPlace() {
    const page = await ask();
    if (!page) return;
    for (const selector of ["[data-results]", "[data-chips]", "[data-result-count]", "[data-filter-panel] > summary"]) {
        copy(page, selector);
    }
    refreshBoxes(page);
    // A step of its own, so that the way back leads through the filters one by one.
    if (address().href !== location.href) history.pushState(null, "", address());
}

async function countOnButton() {
    const page = await ask();
    const count = page?.querySelector("[data-result-count]")?.dataset.resultCount;
    if (count === undefined) return;
    button.textContent = button.dataset.text.replace("#", Number(count).toLocaleString(document.documentElement.lang));
    refreshBoxes(page);
}

/** A dialog of our own that borrows the panel's content while it is open. */
function makeSheet() {
    const sheet = document.createElement("dialog");
    const head = document.createElement("div");
    const title = document.createElement("h2");
    const close = document.createElement("button");
    const content = document.createElement("div");
    sheet.className = "filter-sheet";
    sheet.setAttribute("aria-labelledby", "filter-sheet-title");
    head.className = "filter-sheet__head";
    title.className = "heading-sm";
    title.id = "filter-sheet-title";
    title.textContent = panel.dataset.title;
    close.className = "icon-button icon-button--bare";
    close.type = "button";
    close.setAttribute("aria-label", panel.dataset.close);
    close.innerHTML = `<svg class="icon" aria-hidden="true"><use href="${panel.dataset.icons}#close"/></svg>`;
    close.addEventListener("click", () => sheet.close());
    content.className = "filter-sheet__body";
    head.append(title, close);
    sheet.append(head, content);
    sheet.addEventListener("close", () => panel.append(body));
    sheet.addEventListener("click", (event) => event.target === sheet && sheet.close());
    document.body.append(sheet);
    wide.addEventListener("change", () => sheet.open && sheet.close());
    return () => {
        content.append(body);
        sheet.showModal();
    };
}

if (form) {
    const open = makeSheet();

    panel.querySelector("summary").addEventListener("click", (event) => {
        if (wide.matches) return;
        event.preventDefault();
        open();
    });
    if (wide.matches) panel.open = true;

    // An address that this script put there: the server draws its boxes and fields as they were.
    window.addEventListener("popstate", () => location.reload());
    form.addEventListener("change", () => (wide.matches ? showInPlace() : countOnButton()));
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        location.assign(address());
    });
    sort?.addEventListener("change", () => location.assign(address()));
}
