import type { UploadWords } from "./upload-words.ts";

/** One file's row while it is on its way: what becomes of it, and the buttons that go with that. */
export type UploadRow = {
  say: (text: string) => void;
  showPart: (percent: number) => void;
  /** The file was not taken, or did not come through: why, and what can be done. */
  showProblem: (message: string, retry?: () => void) => void;
  /** Leads whoever went on to the message. @returns false where it is not on the page any more. */
  pointToProblem: () => boolean;
  remove: () => void;
};

export function makeRow(
  list: HTMLElement,
  name: string,
  { words, cancel }: { words: UploadWords; cancel: () => void },
): UploadRow {
  const row = make("li", "heard-attachment heard-attachment--coming");
  const label = make("span", "heard-attachment__name");
  const facts = make("span", "heard-attachment__facts", words.waiting);
  const bar = document.createElement("progress");
  bar.className = "heard-attachment__bar";
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", name);
  const buttons = make("span", "heard-attachment__buttons");
  label.append(nameOf(name), facts);
  buttons.append(makeButton(words.cancel, name, cancel));
  row.append(label, buttons, bar);
  list.append(row);
  return {
    say: (text) => (facts.textContent = text),
    showPart: (percent) => (bar.value = percent),
    showProblem(message, retry) {
      bar.remove();
      facts.remove();
      writeProblem(row, message);
      const again = () => {
        row.remove();
        retry?.();
      };
      const clear = makeButton(words.clear, name, () => row.remove());
      if (!retry) return buttons.replaceChildren(clear);
      buttons.replaceChildren(makeButton(words.retry, name, again), clear);
    },
    pointToProblem: () => pointToProblem(row),
    remove: () => row.remove(),
  };
}

function writeProblem(row: HTMLElement, message: string) {
  row.querySelector(".govuk-error-message")?.remove();
  const problem = make("p", "govuk-error-message", message);
  problem.tabIndex = -1;
  row.append(problem);
}

function pointToProblem(row: HTMLElement) {
  row.querySelector<HTMLElement>(".govuk-error-message")?.focus();
  return row.isConnected;
}

/** A file that is with us, as the server writes it. */
export function addTakenFile(
  list: HTMLElement,
  file: { publicId: string; name: string; facts: string },
  words: UploadWords,
) {
  const isThere = list.querySelector(`[value="remove:${file.publicId}"]`);
  if (isThere) return;
  const row = make("li", "heard-attachment");
  const label = make("span", "heard-attachment__name");
  label.append(
    nameOf(file.name),
    make("span", "heard-attachment__facts", file.facts),
  );
  const button = makeButton(words.remove, file.name);
  button.type = "submit";
  button.name = "intent";
  button.value = `remove:${file.publicId}`;
  row.append(label, button, makeAbout(file, words));
  list.append(row);
}

/** Kept with the page, as everything that is typed on it. */
function makeAbout(
  { publicId, name }: { publicId: string; name: string },
  words: UploadWords,
): HTMLElement {
  const label = make("label", "heard-attachment__say");
  const line = document.createElement("input");
  line.className = "govuk-input";
  line.name = `about-${publicId}`;
  line.maxLength = 200;
  line.dir = "auto";
  label.append(words.about, make("span", "govuk-visually-hidden", ` ${name}`));
  label.append(line);
  return label;
}

function nameOf(name: string): HTMLElement {
  const shown = make("bdi", "", name);
  shown.translate = false;
  return shown;
}

function makeButton(text: string, name: string, run?: () => void) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "heard-link-button";
  button.append(text, make("span", "govuk-visually-hidden", ` ${name}`));
  if (run) button.addEventListener("click", run);
  return button;
}

function make(tag: string, className: string, text = ""): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}
