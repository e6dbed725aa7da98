// Adds to the form of a cost line: hides what does not apply, and keeps the running result up to date.
const form = document.querySelector("[data-cost-line]");
const running = document.querySelector("[data-running]");
const DELAY = 350;

const chosen = (name) => form.querySelector(`input[name="${name}"]:checked`)?.value;

function showWhatApplies() {
  const shown = {
    materiel: chosen("categorie") === "Hardware",
    mois: chosen("nature") === "Subscription",
    "date-commande": chosen("commande") === "oui",
  };
  for (const [name, applies] of Object.entries(shown)) form.querySelector(`[data-field="${name}"]`).hidden = !applies;
}

let timer;
let latest = 0;

function estimateSoon() {
  clearTimeout(timer);
  timer = setTimeout(estimate, DELAY);
}

async function estimate() {
  const asked = ++latest;
  try {
    const response = await fetch(form.dataset.estimate, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (!response.ok || asked !== latest) return;
    const answer = new DOMParser().parseFromString(await response.text(), "text/html");
    // Only the text of the live region changes, so that a screen reader says it.
    running.querySelector("[aria-live]").replaceChildren(...answer.querySelector("[aria-live]").childNodes);
  } catch {
    // The running result is a comfort: saving the line shows it in any case.
  }
}

showWhatApplies();
form.addEventListener("change", showWhatApplies);
form.addEventListener("input", estimateSoon);
