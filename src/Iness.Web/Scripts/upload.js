// Sends the files of a block one by one as soon as they are chosen or dropped, shows how far each has come, and follows the scans.
// Without it, the button of the block sends them all at once.
const EVERY = 3000;
const news = document.querySelector("[data-upload-news]");
let polling;
// What was said of infected files: good news of another must not take its place before it is heard.
let alarms = [];

const say = (text) => { news.textContent = text; };
const canDrop = matchMedia("(hover: hover)").matches;

// Sends one file; answers the reasons why it was not kept, none when it was, and what is to be known of it.
function send(form, file, progress) {
  const body = new FormData();
  for (const hidden of form.querySelectorAll("input[type=hidden]")) body.append(hidden.name, hidden.value);
  body.append("fichiers", file, file.name);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => { if (event.lengthComputable) progress.value = event.loaded / event.total; });
    request.addEventListener("load", () => {
      if (request.response?.errors) resolve(request.response);
      else if (request.status === 401) resolve({ errors: [`Votre session a expiré : rechargez la page, reconnectez-vous, puis renvoyez « ${file.name} ».`] });
      else if (request.status === 413) resolve({ errors: [`« ${file.name} » est trop lourd.`] });
      else resolve({ errors: [`« ${file.name} » n’a pas pu être enregistré. Rechargez la page et réessayez.`] });
    });
    request.addEventListener("error", () => resolve({ errors: [`La connexion a été perdue pendant l’envoi de « ${file.name} » : renvoyez-le.`] }));
    request.send(body);
  });
}

function line(list, file) {
  const item = document.createElement("li");
  const name = document.createElement("span");
  const progress = document.createElement("progress");
  name.textContent = file.name;
  progress.max = 1;
  progress.value = 0;
  progress.setAttribute("aria-label", `Envoi de ${file.name}`);
  item.append(name, progress);
  list.append(item);
  list.hidden = false;
  return { item, progress };
}

function tell(item, sentences, look) {
  item.querySelector("progress")?.remove();
  for (const sentence of sentences) {
    const told = document.createElement("p");
    told.className = look;
    told.textContent = sentence;
    item.append(told);
  }
}

async function sendAll(form, files) {
  const list = form.querySelector("[data-uploads]");
  for (const told of list.querySelectorAll("li:not(:has(progress))")) told.remove();
  const lines = files.map((file) => ({ file, ...line(list, file) }));
  alarms = [];
  say(files.length === 1 ? `Envoi de ${files[0].name}…` : `Envoi de ${files.length} fichiers…`);
  const told = [];
  let kept = 0;
  for (const { file, item, progress } of lines) {
    const { errors, notes = [] } = await send(form, file, progress);
    if (errors.length === 0) kept++;
    tell(item, errors, "govuk-error-message");
    tell(item, notes, "source");
    if (errors.length + notes.length === 0) item.remove();
    told.push(...errors, ...notes);
  }
  list.hidden = list.children.length === 0;
  await refresh(form.closest("[data-block]").id);
  say([...alarms, kept === 0 ? "" : kept === 1 ? "1 fichier enregistré." : `${kept} fichiers enregistrés.`, ...told].join(" ").trim());
}

// Shows a block as the server draws it; what is typed in the others stays.
async function refresh(id) {
  try {
    const response = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    if (!response.ok || response.redirected) return;
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const place of [`#${id} [data-files]`, "[data-missing]", "[data-next]"]) {
      const drawn = fresh.querySelector(place);
      if (drawn) document.querySelector(place).replaceChildren(...drawn.childNodes);
    }
    follow();
  } catch {
    say("Les fichiers sont envoyés, mais la page n’a pas pu être mise à jour : rechargez-la.");
  }
}

// Asks how the scans go while any is under way.
function follow() {
  clearTimeout(polling);
  if (document.querySelector("[data-pending=true]")) polling = setTimeout(ask, EVERY);
}

async function ask() {
  try {
    const response = await fetch("?handler=States", { headers: { "X-Requested-With": "XMLHttpRequest" }, redirect: "manual" });
    if (!response.ok) return;
    const told = [];
    for (const { id, pending, tag, words } of await response.json()) {
      const shown = document.querySelector(`[data-scan="${id}"]`);
      if (!shown || shown.dataset.pending !== "true" || pending) continue;
      shown.dataset.pending = "false";
      shown.className = `document-state ${tag}`;
      shown.textContent = words;
      const name = shown.closest("li").querySelector(".document-list__what > :first-child");
      told.push(`${name.textContent} : ${words}.`);
      if (!tag.endsWith("infected")) continue;
      alarms.push(told.at(-1));
      // An infected document is not to be opened.
      name.replaceWith(Object.assign(document.createElement("span"), { textContent: name.textContent }));
    }
    if (told.length > 0) say([...alarms, ...told.filter((sentence) => !alarms.includes(sentence))].join(" "));
  } catch {
    // No connection: asked again in a while.
  }
  follow();
}

for (const form of document.querySelectorAll("form[data-upload]")) {
  const input = form.querySelector("input[type=file]");
  let queue = Promise.resolve();
  const take = (files) => {
    const chosen = [...files];
    if (chosen.length > 0) queue = queue.then(() => sendAll(form, chosen));
  };

  // The button has nothing left to send: choosing is enough.
  form.querySelector("button[type=submit]").hidden = true;
  const takeChosen = () => {
    take(input.files);
    input.value = "";
  };
  input.addEventListener("change", takeChosen);
  if (canDrop) {
    const hint = document.createElement("p");
    hint.className = "document-block__drop";
    hint.textContent = "Vous pouvez aussi déposer des fichiers ici.";
    input.after(hint);
  }
  const over = (on) => form.classList.toggle("document-block__form--over", on);
  form.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    over(true);
  });
  form.addEventListener("dragleave", (event) => { if (!form.contains(event.relatedTarget)) over(false); });
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    take(event.dataTransfer.files);
  });
  // Chosen while this script was still on its way.
  takeChosen();
}
follow();
