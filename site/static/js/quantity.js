/* Adds "one less" and "one more" to number fields; without script the field alone is enough. */

for (const group of document.querySelectorAll("[data-quantity]")) {
    const field = group.querySelector("input");

    for (const button of group.querySelectorAll("[data-step]")) {
        button.hidden = false;
        button.addEventListener("click", () => {
            if (button.dataset.step === "1") field.stepUp();
            else field.stepDown();
            field.dispatchEvent(new Event("change", { bubbles: true }));
        });
    }
}
