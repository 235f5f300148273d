/*
 * Passkeys need a script: the browser asks for the finger or the PIN. A form
 * that is marked for it is hidden until the browser is found to know how.
 */

type Ceremony = "add" | "sign-in";

const field = "credential";

/** What this file asks of a browser's own class, which older ones know by halves. */
type KnowsJson = {
  parseCreationOptionsFromJSON?: (
    options: object,
  ) => PublicKeyCredentialCreationOptions;
  parseRequestOptionsFromJSON?: (
    options: object,
  ) => PublicKeyCredentialRequestOptions;
};

function known(): KnowsJson | undefined {
  const found = (globalThis as { PublicKeyCredential?: KnowsJson })
    .PublicKeyCredential;
  return found?.parseCreationOptionsFromJSON ? found : undefined;
}

async function askBrowser(ceremony: Ceremony, options: object) {
  const browser = known();
  if (ceremony === "add") {
    const publicKey = browser?.parseCreationOptionsFromJSON?.(options);
    return publicKey && navigator.credentials.create({ publicKey });
  }
  const publicKey = browser?.parseRequestOptionsFromJSON?.(options);
  return publicKey && navigator.credentials.get({ publicKey });
}

async function begin(form: HTMLFormElement, ceremony: Ceremony) {
  const answer = await fetch(form.dataset.heardOptions ?? "", {
    method: "POST",
    body: new URLSearchParams({ intent: "options" }),
  });
  if (!answer.ok) throw new Error("No options came");
  const options = (await answer.json()) as object;
  const credential = await askBrowser(ceremony, options);
  const input = form.elements.namedItem(field);
  if (!credential || !(input instanceof HTMLInputElement)) return;
  input.value = JSON.stringify(credential);
  form.submit();
}

function prepare(form: HTMLFormElement) {
  const ceremony: Ceremony =
    form.dataset.heardPasskey === "add" ? "add" : "sign-in";
  const trouble = form.querySelector<HTMLElement>("[data-heard-trouble]");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (trouble) trouble.hidden = true;
    begin(form, ceremony).catch(() => {
      if (trouble) trouble.hidden = false;
    });
  });
  form.hidden = false;
}

if (known())
  for (const form of document.querySelectorAll<HTMLFormElement>(
    "form[data-heard-passkey]",
  ))
    prepare(form);
else
  for (const words of document.querySelectorAll<HTMLElement>(
    "[data-heard-no-passkeys]",
  ))
    words.hidden = false;
