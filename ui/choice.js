// Runs once, with the choice of a dossier: choosing one, and making another.
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
// The page's address names the dossier, so that it is there again after a reload.
watch("value", () => {
  const select = element.querySelector("select");
  const address = select.value ? `?dossier=${encodeURIComponent(select.value)}` : location.pathname;
  history.replaceState(null, "", address);
  if (acted) select.focus();
  acted = false;
});
