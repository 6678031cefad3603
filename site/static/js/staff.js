// Names that Wagtail's admin leaves out, for people who hear its pages. Loaded on every page of /cms/.

const { accountLabel, searchLabel } = document.currentScript.dataset;

// Wagtail writes the user name on the account's button, and ours is empty for staff without a phone number.
function nameAccount() {
  for (const button of document.querySelectorAll("#wagtail-sidebar button[aria-haspopup=menu]:not([aria-label])")) {
    if (!button.textContent.trim()) button.setAttribute("aria-label", accountLabel);
  }
}

document.addEventListener("DOMContentLoaded", () => {
  nameAccount();
  const sidebar = document.querySelector("#wagtail-sidebar");
  if (sidebar) new MutationObserver(nameAccount).observe(sidebar, { childList: true, subtree: true });
  for (const form of document.querySelectorAll("header form[role=search], main form[role=search]")) {
    form.setAttribute("aria-label", searchLabel);
  }
  // The number of filters in use is seen, so it must be heard too.
  for (const button of document.querySelectorAll("button.w-slim-header-action-button[aria-label]")) {
    const seen = button.textContent.trim();
    if (seen && !button.getAttribute("aria-label").includes(seen)) {
      button.setAttribute("aria-label", `${button.getAttribute("aria-label")} ${seen}`);
    }
  }
});
