// Adds to the forms of the simulator: hides what does not apply, and keeps the running result up to date. Everything works without.
const DELAY = 350;

function showWhatApplies() {
  for (const group of document.querySelectorAll("[data-shown-when]")) {
    const [name, values] = group.dataset.shownWhen.split("=");
    const chosen = document.querySelector(`input[name="${name}"]:checked`)?.value;
    // What is in error stays in sight, whatever is chosen.
    group.hidden = !values.split("|").includes(chosen) && !group.classList.contains("govuk-form-group--error");
  }
}

showWhatApplies();
document.addEventListener("change", showWhatApplies);

const form = document.querySelector("[data-estimate]");
const running = document.querySelector("[data-running] [aria-live]");
let timer;
let latest = 0;

async function estimate() {
  const asked = ++latest;
  try {
    const response = await fetch(form.dataset.estimate, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (!response.ok || asked !== latest) return;
    const answer = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("[aria-live]");
    // Said only when it changes: a screen reader must not repeat the same amounts at each key.
    if (answer.textContent !== running.textContent) running.replaceChildren(...answer.childNodes);
  } catch {
    // The running result is a comfort: saving the line shows it in any case.
  }
}

form?.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(estimate, DELAY);
});
