// Runs once, with the list of articles: the windows in which one is corrected or removed.
let last = null;
const dialog = (name) => document.getElementById(name);

function open(button) {
  const { id, title, outlet, published } = button.closest("li").dataset;
  const window = dialog(button.dataset.does);
  last = { id, does: button.dataset.does };
  window.querySelector(".about-file").textContent = button.dataset.does === "remove" ? title || id : id;
  const form = window.querySelector("form");
  if (button.dataset.does === "correct") {
    for (const [name, value] of Object.entries({ title, outlet, published })) form.elements[name].value = value;
    window.querySelector(".problem").textContent = "";
  }
  window.showModal();
}

async function save() {
  const { title, outlet, published } = Object.fromEntries(new FormData(dialog("correct").querySelector("form")));
  const problem = await server.what_is_wrong_with(published);
  dialog("correct").querySelector(".problem").textContent = problem;
  if (problem) return dialog("correct").querySelector('[name="published"]').focus();
  dialog("correct").close();
  trigger("correct", { id: last.id, title, outlet, published });
}

element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-does]");
  if (button) open(button);
});
document.addEventListener("click", (event) => {
  if (event.target.closest('dialog.small [data-does="close"]')) event.target.closest("dialog").close();
});
document.addEventListener("submit", (event) => {
  const window = event.target.closest("dialog:is(#correct, #remove)");
  if (!window) return;
  event.preventDefault();
  if (window.id === "correct") return save();
  window.close();
  trigger("remove", { id: last.id });
});
// The list is drawn anew: the focus goes back to where it was, or to the heading where that is gone.
watch("value", () => {
  if (!last || !(document.activeElement === document.body || element.contains(document.activeElement))) return;
  const row = [...element.querySelectorAll("li")].find((one) => one.dataset.id === last.id);
  (row?.querySelector(`[data-does="${last.does}"]`) ?? element.querySelector("h2")).focus();
  last = null;
});
