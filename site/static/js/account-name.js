/* Names the account link after who is signed in, from a cookie, so that public pages can be the same for everyone. */

const cookie = document.cookie.split("; ").find((part) => part.startsWith("account_name="));

for (const link of document.querySelectorAll("[data-account]")) {
    const name = cookie ? decodeURIComponent(cookie.slice("account_name=".length)) : "";
    const plain = link.querySelector("[data-account-plain]");
    const guest = link.querySelector("[data-account-guest]");
    guest.hidden = Boolean(cookie);
    plain.hidden = !cookie || (name && name !== "-");
    plain.classList.remove("no-script-only");
    if (!cookie || plain.hidden === false) continue;
    const own = document.createElement("span");
    const hint = document.createElement("span");
    hint.className = "visually-hidden";
    hint.textContent = `${plain.textContent}: `;
    own.append(hint, name);
    link.append(own);
}
