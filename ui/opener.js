// Runs once, with the button that opens and closes the shelf.
const shown = () => document.body.classList.contains("shelf-open");
const sync = () => element.querySelector("#opener").setAttribute("aria-expanded", String(shown()));
document.addEventListener("click", (event) => {
  if (!event.target.closest("#opener, .to-shelf")) return;
  document.body.classList.toggle("shelf-open", Boolean(event.target.closest(".to-shelf")) || !shown());
  sync();
  if (event.target.closest(".to-shelf")) document.querySelector('#zone [data-opens="files"]').focus();
});
watch("value", sync);
