/* Fills the basket's counters from a cookie, so that public pages can be the same bytes for everyone. */

const cookie = document.cookie.split("; ").find((part) => part.startsWith("basket_count="));
const count = Number.parseInt(cookie?.split("=")[1] ?? "", 10);

if (count > 0) {
    for (const counter of document.querySelectorAll("[data-basket-count]")) {
        counter.textContent = String(Math.min(count, 999));
        counter.hidden = false;
    }
}
