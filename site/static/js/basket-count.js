/* Fills the basket's counters from a cookie, so that public pages can be the same bytes for everyone. */

function show() {
    const cookie = document.cookie.split("; ").find((part) => part.startsWith("basket_count="));
    const count = Number.parseInt(cookie?.split("=")[1] ?? "", 10);
    for (const counter of document.querySelectorAll("[data-basket-count]")) {
        counter.textContent = count > 0 ? String(Math.min(count, 999)) : "";
        counter.hidden = !(count > 0);
    }
}

show();
document.addEventListener("basket-changed", show);
// A page taken from the browser's memory shows what was true when it was left.
window.addEventListener("pageshow", (event) => event.persisted && show());
