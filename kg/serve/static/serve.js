"use strict";
// Everything works without this; it only spares clicks.
const editor = document.getElementById("editor");
editor?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) editor.form.requestSubmit();
});
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(location.href);
    document.getElementById("copied").textContent = button.dataset.copy;
  });
}
