import type { SendFailure } from "./words.ts";

export type SendOutcome =
  /** The server led on to another page. */
  | { kind: "led-on"; to: string }
  /** The server gave the page back, with what to do about it or what became of it. */
  | { kind: "given-back"; page: Document }
  | { kind: "failed"; reason: SendFailure; minutes: number };

/**
 * Sends a form as the browser would, so that a failure leaves the page as it
 * is. Not `fetch`: this gives the answer as a document, so that no text has
 * to be turned into HTML here.
 *
 * @param onPart is told by tens how much of a form with files is on its way.
 */
export function sendForm(
  form: HTMLFormElement,
  button: HTMLElement | null,
  onPart: (percent: number) => void,
): Promise<SendOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.getAttribute("action") ?? location.href);
    request.responseType = "document";
    // Led on by the browser, a script is sent the whole next page, and the person waits for it twice.
    request.setRequestHeader("Heard-Script", "form");
    request.onload = () => resolve(readOutcome(request));
    request.onerror = request.ontimeout = () =>
      resolve({ kind: "failed", reason: "lost", minutes: 0 });
    const isMultipart = form.getAttribute("enctype") === "multipart/form-data";
    const fields = readFields(form, button);
    // Over a slow line files take their time; a text does not.
    if (!isMultipart) request.timeout = 60_000;
    else
      request.upload.onprogress = ({ loaded, total }) =>
        onPart(Math.floor((10 * loaded) / (total || 1)) * 10);
    request.send(isMultipart ? fields : asUrlencoded(fields));
  });
}

/** The second parameter of `FormData` is younger than the browsers that people have. */
function readFields(form: HTMLFormElement, button: HTMLElement | null) {
  const fields = new FormData(form);
  if (button instanceof HTMLButtonElement && button.name)
    fields.append(button.name, button.value);
  return fields;
}

function asUrlencoded(fields: FormData): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of fields)
    if (typeof value === "string") body.append(name, value);
  return body;
}

function readOutcome(request: XMLHttpRequest): SendOutcome {
  const { status, responseURL } = request;
  const leadsTo = request.getResponseHeader("Heard-Leads-To");
  if (status === 204 && leadsTo) return { kind: "led-on", to: leadsTo };
  // Asked for where nothing came, Chromium makes a page of its own that says so.
  const page = request.responseXML;
  // A page of a hotel's or a school's network is none of ours.
  const isOurs = page?.querySelector(".heard-page") != null;
  const isResult = page?.querySelector("[data-heard-result]") != null;
  if (status === 200 && isOurs && !isResult)
    return { kind: "led-on", to: responseURL };
  if (
    page &&
    isOurs &&
    (isResult || page.querySelector("form[data-heard-page]"))
  )
    return { kind: "given-back", page };
  const minutes = Math.max(
    1,
    Math.ceil(Number(request.getResponseHeader("Retry-After")) / 60),
  );
  return { kind: "failed", reason: failureOf(status), minutes };
}

export function failureOf(status: number): SendFailure {
  if (status === 413) return "too-big";
  if (status === 429) return "wait";
  if (status === 503) return "busy";
  if (status >= 500) return "our-side";
  return status >= 400 ? "refused" : "lost";
}
