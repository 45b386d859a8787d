// Runs once, with the choice of a dossier: choosing one, making another, renaming and deleting the chosen one.
let acted = false;
const form = () => element.querySelector(".create");
element.addEventListener("change", (event) => {
  if (!event.target.matches("select")) return;
  acted = true;
  trigger("choose", { name: event.target.value });
});
element.addEventListener("click", (event) => {
  const button = event.target.closest(".new");
  if (!button) return;
  form().hidden = !form().hidden;
  button.setAttribute("aria-expanded", String(!form().hidden));
  if (!form().hidden) form().elements.name.focus();
});
element.addEventListener("submit", (event) => {
  event.preventDefault();
  acted = true;
  trigger("create", { name: form().elements.name.value });
});
// Both are asked in a window that says which dossier it is and how many articles it holds.
let asked = null;
element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-asks]");
  if (!button) return;
  asked = { ...button.parentElement.dataset };
  const window = document.getElementById(button.dataset.asks);
  window.querySelector(".about-dossier").textContent = asked.about;
  const typed = window.querySelector("input");
  if (typed) typed.value = asked.name;
  window.showModal();
  typed?.select();
});
document.addEventListener("submit", (event) => {
  const window = event.target.closest("dialog:is(#rename, #delete)");
  if (!window) return;
  event.preventDefault();
  window.close();
  acted = true;
  if (window.id === "rename") trigger("rename", { name: asked.name, new: event.target.elements.name.value });
  else trigger("delete", { name: asked.name, held: asked.held });
});
// The page's address names the dossier, so that it is there again after a reload.
watch("value", () => {
  const select = element.querySelector("select");
  const address = select.value ? `?dossier=${encodeURIComponent(select.value)}` : location.pathname;
  history.replaceState(null, "", address);
  if (acted) select.focus();
  acted = false;
});
