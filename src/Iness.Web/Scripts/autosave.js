// Saves a form of the application as one types. The buttons do the same without it. What could not be sent stays in the browser,
// under the name of the account, until it is.
const QUIET = 900;
const AGAIN = 8000;
const form = document.querySelector("form[data-autosave]");
const state = document.querySelector("[data-save-state]");
const key = form && `iness|${form.dataset.autosaveKey}`;
let timer;
let sending = false;
let dirty = false;
let leaving = false;
let last = Promise.resolve();

const say = (text) => { if (state.textContent !== text) state.textContent = text; };
const typed = () => [...new FormData(form)].filter(([name]) => !name.startsWith("__"));
const keep = () => { try { localStorage.setItem(key, JSON.stringify(typed())); } catch { /* A full or closed store only loses the comfort. */ } };
const forget = () => { try { localStorage.removeItem(key); } catch { /* Nothing was kept. */ } };

// Sends what is typed once what was sent before has been answered: a second sending at once would say that it has not seen the first.
function send() {
  last = last.then(post);
  return last;
}

// Answers whether it arrived: « saved », « offline », « expired » or « refused ».
async function post() {
  try {
    const response = await fetch(form.dataset.autosave, {
      method: "POST", body: new URLSearchParams(new FormData(form)), headers: { "X-Requested-With": "XMLHttpRequest" }, redirect: "manual",
    });
    if (response.status === 401 || response.type === "opaqueredirect") {
      say("Votre session a expiré. Rien n’est perdu : appuyez sur un bouton d’enregistrement et reconnectez-vous, tout sera repris.");
      return "expired";
    }
    if (!response.ok) {
      const { message } = await response.json().catch(() => ({}));
      say(message ?? "L’enregistrement automatique n’a pas abouti. Utilisez le bouton d’enregistrement.");
      return "refused";
    }
    const saved = await response.json();
    told(saved);
    // What could not be kept stays on this device until it is.
    return saved.notKept ? "refused" : "saved";
  } catch {
    say("Pas de connexion. Ce que vous tapez est gardé sur cet appareil et sera enregistré dès son retour.");
    return "offline";
  }
}

function told(saved) {
  for (const [name, shown] of Object.entries(saved.shown)) {
    const seen = form.elements.namedItem(`vu.${name}`);
    // A value that has another beside it keeps what it was typed over, until somebody chooses.
    if (seen && !saved.conflicts.includes(name)) seen.value = shown;
  }
  if (saved.conflicts.length === 0) {
    say(saved.notKept ?? `Enregistré à ${saved.at}.`);
    return;
  }
  const refused = saved.notKept ? `${saved.notKept} ` : "Une réponse a été modifiée ailleurs entre-temps. ";
  const link = document.createElement("a");
  link.className = "govuk-link";
  link.href = location.pathname;
  link.textContent = "Voir les deux valeurs";
  state.replaceChildren(refused, link);
}

async function save() {
  clearTimeout(timer);
  timer = undefined;
  if (sending || !dirty || leaving) return;
  sending = true;
  dirty = false;
  const outcome = await send();
  sending = false;
  if (outcome === "saved" && !dirty) forget();
  if (outcome === "offline") dirty = true;
  if (dirty && !timer) timer = setTimeout(save, outcome === "offline" ? AGAIN : QUIET);
}

// A button saves by the script first: a page that cannot be reached must not take what was typed with it.
async function submit(event) {
  clearTimeout(timer);
  if (leaving || !dirty) return;
  event.preventDefault();
  const outcome = await send();
  if (outcome === "offline") return;
  leaving = true;
  // What was refused stays on this device, should the button fail too.
  if (outcome !== "refused") forget();
  form.requestSubmit(event.submitter);
}

// Puts back what was typed before the connection or the browser was lost, then saves it; whether there was anything.
function restore() {
  let kept;
  try { kept = JSON.parse(localStorage.getItem(key)); } catch { kept = null; }
  if (!kept) return false;
  const values = kept.reduce((map, pair) => map.set(pair[0], [...(map.get(pair[0]) ?? []), pair]), new Map());
  for (const element of form.elements) {
    if (!element.name || element.name.startsWith("__") || element.type === "submit") continue;
    const given = (values.get(element.name) ?? []).map(([, value]) => value);
    if (element.type === "radio" || element.type === "checkbox") element.checked = given.includes(element.value);
    else if (given.length > 0) element.value = given[0];
  }
  dirty = true;
  say("Ce que vous aviez tapé est revenu. Enregistrement…");
  document.dispatchEvent(new Event("change"));
  save();
  return true;
}

// Whether an answer is not the one the page came with: typed while this script was still on its way.
function isTouched(element) {
  if (element.type === "radio" || element.type === "checkbox") return element.checked !== element.defaultChecked;
  if (element instanceof HTMLSelectElement) return element.value !== ([...element.options].find((option) => option.defaultSelected) ?? element.options[0])?.value;
  return element.defaultValue !== undefined && element.value !== element.defaultValue;
}

if (form) {
  const isRestored = restore();
  const changed = () => {
    dirty = true;
    keep();
    clearTimeout(timer);
    timer = setTimeout(save, QUIET);
  };
  form.addEventListener("input", changed);
  form.addEventListener("submit", submit);
  addEventListener("pageshow", () => { leaving = false; });
  addEventListener("online", save);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save(); });
  if (!isRestored && [...form.elements].some(isTouched)) changed();
}
