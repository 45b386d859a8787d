// Runs once, when the conversation is first on the page: follows it as turns are added, asks a suggestion clicked.
watch("value", () => {
  const last = element.querySelector(".turn:last-child");
  if (!last) return;
  last.scrollIntoView({ block: "start" });
  document.getElementById("sources").scrollTo({ top: 0 });
  document.getElementById("said").textContent = last.dataset.said;
});
element.addEventListener("click", (event) => {
  const suggestion = event.target.closest(".suggestion");
  if (suggestion) trigger("ask", { question: suggestion.textContent });
});
