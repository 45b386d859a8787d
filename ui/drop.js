// Runs once, with the drop zone: finds the files in what is dropped or chosen, has the server say which of them to take,
// uploads those one by one under names of our own, and hands their list over.
const uploading = element.querySelector(".uploading");
const tell = (text, problem = false) => {
  uploading.textContent = text;
  uploading.classList.toggle("problem", problem);
};

// The files in a dropped file or folder, with the folders above them in their names.
async function filesIn(entry) {
  if (entry.isFile) {
    const file = await new Promise((found, failed) => entry.file(found, failed));
    return [{ file, name: entry.fullPath.slice(1) }];
  }
  const reader = entry.createReader();
  const files = [];
  for (;;) {
    const batch = await new Promise((found, failed) => reader.readEntries(found, failed));
    if (!batch.length) return files;
    for (const inside of batch) if (!inside.name.startsWith(".")) files.push(...await filesIn(inside));
  }
}

// A name of our own: what a file is called is told beside it and never becomes a path.
const random = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16)).join("");

async function send(found) {
  tell("Looking at the files");
  const plan = await server.planned(found.map(({ file, name }) => ({ name, size: file.size })));
  if (plan.problem) return tell(plan.problem, true);
  const files = [];
  const said = plan.said;
  for (const [number, place] of plan.take.entries()) {
    const { file, name } = found[place];
    tell(`Uploading ${number + 1} of ${plan.take.length}: ${name}`);
    try {
      const { path } = await upload(new File([file], random()));
      files.push({ path, name });
    } catch {
      said.push(`${name} was left out: it could not be uploaded. Try it again.`);
    }
  }
  tell("");
  trigger("uploaded", { files, said });
}

async function dropped(items) {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
  tell("Looking at the files");
  const found = await Promise.all(entries.map(filesIn));
  if (found.flat().length) await send(found.flat());
  else tell("There is no file in what was dropped.", true);
}

const broken = () => tell("These files could not be read here. Try again, or choose them one by one.", true);
const zone = element.querySelector(".zone");
element.addEventListener("click", (event) => {
  const chooser = event.target.closest("[data-opens]");
  if (chooser) element.querySelector(`input.${chooser.dataset.opens}`).click();
});
element.addEventListener("change", (event) => {
  const input = event.target;
  const found = [...input.files].map((file) => ({ file, name: file.webkitRelativePath || file.name }));
  input.value = "";
  if (found.length) send(found).catch(broken);
});
for (const kind of ["dragenter", "dragover"]) {
  element.addEventListener(kind, (event) => { event.preventDefault(); zone.classList.add("over"); });
}
element.addEventListener("dragleave", (event) => {
  if (!zone.contains(event.relatedTarget)) zone.classList.remove("over");
});
element.addEventListener("drop", (event) => {
  event.preventDefault();
  zone.classList.remove("over");
  dropped(event.dataTransfer.items).catch(broken);
});
// A file that misses the zone would otherwise replace the page.
for (const kind of ["dragover", "drop"]) window.addEventListener(kind, (event) => event.preventDefault());
