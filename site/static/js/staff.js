// Names that Wagtail's admin leaves out, for people who hear its pages. Loaded on every page of /cms/.

const { searchLabel } = document.currentScript.dataset;

document.addEventListener("DOMContentLoaded", () => {
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
