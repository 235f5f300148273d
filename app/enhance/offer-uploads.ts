import { cameBy } from "./came-back.ts";
import type { AskingPage } from "./asking-page.ts";

/** Heard by the script that sends files, which comes when the first is chosen. */
export const filesChosen = "heard-files-chosen";

const over = "heard-drop--over";

/**
 * Files are sent as soon as they are chosen, by the button or by a drop. What
 * sends them is loaded then; where it does not come, the form's own button is
 * there again and sends them with the form.
 */
export function offerUploads({ form, gone: signal }: AskingPage) {
  for (const input of form.querySelectorAll<HTMLInputElement>(
    "input[data-heard-uploads]",
  )) {
    const button = input
      .closest(".govuk-form-group")
      ?.querySelector<HTMLElement>(".heard-upload");
    let goesWithPage = false;
    const sendChosen = async () => {
      if (!input.files?.length) return;
      goesWithPage = false;
      try {
        await import(/* @vite-ignore */ input.dataset.heardUploadsScript ?? "");
        // Sent by a press meanwhile: here a second time, they would be two.
        if (goesWithPage) return;
        input.dispatchEvent(new CustomEvent(filesChosen, { bubbles: true }));
      } catch {
        if (button) button.hidden = false;
      }
    };
    if (button) button.hidden = true;
    for (const row of input
      .closest(".govuk-form-group")
      ?.querySelectorAll<HTMLElement>("[data-heard-unfinished]") ?? [])
      row.hidden = false;
    form.addEventListener("submit", () => (goesWithPage = true), { signal });
    input.addEventListener("change", () => void sendChosen(), { signal });
    takeDrops(input, signal, () => void sendChosen());
    // Chosen before this script was there.
    void sendChosen();
    if (cameBy(/^back_forward$/)) showFilesNow(input);
  }
}

/** After Back a browser may show the page as it first came, before its files were sent. */
function showFilesNow(input: HTMLInputElement) {
  const find = (at: Document) =>
    at
      .getElementById(input.id)
      ?.closest(".govuk-form-group")
      ?.querySelector<HTMLElement>("[data-heard-files]");
  const request = new XMLHttpRequest();
  request.open("GET", location.href);
  request.responseType = "document";
  request.onload = () => {
    const now = request.responseXML && find(request.responseXML);
    const shown = find(document);
    if (now && shown) shown.replaceWith(document.adoptNode(now));
  };
  request.send();
}

function takeDrops(
  input: HTMLInputElement,
  signal: AbortSignal,
  sendChosen: () => void,
) {
  const place = input.closest<HTMLElement>(".heard-drop");
  if (!place) return;
  place.querySelector("[data-heard-drop-words]")?.removeAttribute("hidden");
  const leave = () => place.classList.remove(over);
  place.addEventListener(
    "dragover",
    (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      place.classList.add(over);
    },
    { signal },
  );
  place.addEventListener("dragleave", leave, { signal });
  place.addEventListener(
    "drop",
    (event) => {
      const files = event.dataTransfer?.files;
      if (!files?.length) return;
      event.preventDefault();
      leave();
      input.files = files;
      sendChosen();
    },
    { signal },
  );
}
