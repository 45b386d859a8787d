// Runs once, with the article view: what clicks on citations, cards and copy buttons do. Enter clicks them as well.
const view = () => element.querySelector("#article-view");
let wanted;
const say = (text) => { document.getElementById("said").textContent = text; };
const motion = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

// Hides the cards of all answers but one, which may be an earlier one.
function showGroup(turn) {
  const groups = [...document.querySelectorAll("#sources .group")];
  for (const group of groups) group.hidden = group.dataset.turn !== turn;
  return groups.find((group) => !group.hidden);
}

// Marks what belongs to one citation in `root`, and nothing else.
function markCurrent(root, number) {
  for (const mark of root.querySelectorAll("mark")) mark.classList.remove("current");
  const marks = root.querySelectorAll(`mark[data-numbers~="${number}"]`);
  for (const mark of marks) mark.classList.add("current");
  return marks[0];
}

function showCard(link) {
  const group = showGroup(link.dataset.turn);
  for (const other of document.querySelectorAll("#talk [aria-current], #sources [aria-current]")) {
    other.removeAttribute("aria-current");
  }
  const card = link.dataset.number
    ? group.querySelector(`.card[data-numbers~="${link.dataset.number}"]`)
    : group.querySelector(".card");
  markCurrent(group, link.dataset.number);
  for (const found of [card, link]) found.setAttribute("aria-current", "true");
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "start", behavior: motion() });
}

function showQuote(link) {
  const quote = document.querySelector(link.hash);
  const view = quote.closest("[data-view]");
  if (view?.hidden) showView(view.closest(".answer").querySelector(`.view[data-to="${view.dataset.view}"]`));
  quote.focus({ preventScroll: true });
  quote.scrollIntoView({ block: "center", behavior: motion() });
}

// Shows the quotes of an answer in one of its orders.
function showView(button) {
  for (const other of button.parentElement.children) other.setAttribute("aria-pressed", String(other === button));
  for (const part of button.closest(".answer").querySelectorAll("[data-view]")) {
    part.hidden = part.dataset.view !== button.dataset.to;
  }
}

function openArticle(button) {
  wanted = button.closest(".card")?.querySelector("mark.current")?.dataset.numbers.split(" ")[0];
  trigger("read", { document: button.dataset.document, places: button.dataset.places });
}

// The article is there.
watch("value", () => {
  const article = view().querySelector(".article");
  if (!article.firstElementChild) return;
  view().showModal();
  const mark = (wanted && markCurrent(article, wanted)) || article.querySelector("mark");
  mark?.scrollIntoView({ block: "center" });
});

async function copy(button) {
  let done = "Copied";
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    done = "Could not copy";
  }
  const label = button.textContent;
  button.textContent = done;
  say(done);
  setTimeout(() => { button.textContent = label; }, 2000);
}

// A mark of the chart of dates, which is the last answer's: its name begins with the number of its quote.
function showCharted(mark) {
  const number = mark.ariaLabel.match(/\d+/)[0];
  const quote = [...document.querySelectorAll(`#conversation .cite[id$="-${number}"]`)].at(-1);
  for (const other of document.querySelectorAll("#talk [aria-current]")) other.removeAttribute("aria-current");
  quote.setAttribute("aria-current", "true");
  showQuote({ hash: `#${quote.id}` });
}

const actions = {
  ".cite, .cite-near": showCard, ".number": showQuote, ".read": openArticle, ".copy": copy, ".view": showView,
  '#dates [aria-label^="Quote "]': showCharted,
};

document.addEventListener("click", (event) => {
  if (event.target === view() || event.target.closest("#article-view .close")) view().close();
  for (const [selector, act] of Object.entries(actions)) {
    const hit = event.target.closest(selector);
    if (!hit) continue;
    event.preventDefault();
    act(hit);
  }
});
