/* Adds "copy" to a read-only field; without script the text can be marked and copied by hand. */

for (const group of document.querySelectorAll("[data-copy]")) {
    const field = group.querySelector("input");
    const button = group.querySelector("[data-copy-button]");
    const done = group.querySelector("[data-copy-done]");
    button.hidden = false;
    button.addEventListener("click", async () => {
        field.select();
        try {
            await navigator.clipboard.writeText(field.value);
        } catch {
            return; // the text stays marked, ready to be copied by hand
        }
        done.hidden = false;
    });
}
