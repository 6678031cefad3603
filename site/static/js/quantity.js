/* Adds "one less" and "one more" to number fields; without script the field alone is enough. */

function showSteps() {
    for (const button of document.querySelectorAll("[data-quantity] [data-step]")) button.hidden = false;
}

showSteps();
document.addEventListener("basket-changed", showSteps);

document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-quantity] [data-step]");
    if (!button) return;
    const field = button.closest("[data-quantity]").querySelector("input");
    field.type = "number"; // text that was no number is shown in a text field, which has no steps
    if (button.dataset.step === "1") field.stepUp();
    else field.stepDown();
    field.dispatchEvent(new Event("change", { bubbles: true }));
});
