// Passkeys are made and used by the browser: without this file, or without support, their forms stay hidden.
const REASONS = {
  NotAllowedError: "Vous avez annulé, ou le délai est passé. Recommencez quand vous voulez.",
  InvalidStateError: "Cet appareil a déjà une clé pour votre compte.",
  SecurityError: "Les clés d’accès ne fonctionnent pas à cette adresse du site.",
};
const UNKNOWN = "La clé d’accès n’a pas pu être utilisée. Recommencez.";

// A key belongs to the name of a site: an address in numbers has none.
const hasName = !/^[\d.]+$|:/.test(location.hostname);
const isSupported = hasName && window.isSecureContext && typeof window.PublicKeyCredential?.parseCreationOptionsFromJSON === "function";

const ceremonies = {
  create: (options) => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  get: (options) => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
};

async function run(form) {
  const answer = await fetch(form.dataset.options, { method: "POST", body: new FormData(form), headers: { "X-Requested-With": "XMLHttpRequest" } });
  if (answer.status === 401) throw new Error("Votre session a expiré : rechargez la page et reconnectez-vous.");
  if (!answer.ok) throw new Error(UNKNOWN);
  const credential = await ceremonies[form.dataset.passkey](await answer.json());
  form.elements.cle.value = JSON.stringify(credential.toJSON());
  form.submit();
}

if (isSupported) {
  for (const missing of document.querySelectorAll("[data-passkey-missing]")) missing.hidden = true;
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const button = form.querySelector("button");
    const error = form.querySelector("[data-passkey-error]");
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      button.disabled = true;
      error.textContent = "";
      try {
        await run(form);
      } catch (failure) {
        error.textContent = failure instanceof DOMException ? REASONS[failure.name] ?? UNKNOWN : failure.message || UNKNOWN;
        button.disabled = false;
      }
    });
  }
}
