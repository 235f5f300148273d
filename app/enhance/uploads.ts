import { filesChosen } from "./offer-uploads.ts";
import { sendFile } from "./send-file.ts";
import { addTakenFile, makeRow, type UploadRow } from "./upload-row.ts";
import { readUploadWords, type UploadWords } from "./upload-words.ts";

/** A question's place for files, as the server wrote it. */
type Place = {
  input: HTMLInputElement;
  form: HTMLFormElement;
  words: UploadWords;
  coming: HTMLElement;
  say: (text: string) => void;
};

type Waiting = {
  place: Place;
  file: File;
  row: UploadRow;
  /** Its place among all that were chosen, in which their rows stand. */
  nth: number;
  cancel: () => void;
};

const atOnce = 2;
const waiting: Waiting[] = [];
const under = new Set<Waiting>();
let chosen = 0;
let pressed: HTMLElement | null = null;
/** What was not taken since a button was last pressed: it holds the next one. */
const refused: Waiting[] = [];

document.addEventListener(filesChosen, ({ target }) => {
  if (target instanceof HTMLInputElement) takeChosen(target);
});
document.addEventListener("submit", waitForFiles, { capture: true });

function takeChosen(input: HTMLInputElement) {
  const place = findPlace(input);
  if (!place) return;
  const files = [...(input.files ?? [])];
  input.value = "";
  for (const file of files) addFile(place, file);
}

function findPlace(input: HTMLInputElement): Place | undefined {
  const { form, dataset } = input;
  const group = input.closest(".govuk-form-group");
  const coming = group?.querySelector<HTMLElement>("[data-heard-coming]");
  const status = group?.querySelector<HTMLElement>(
    "[data-heard-upload-status]",
  );
  if (!form || !coming) return undefined;
  const words = readUploadWords(dataset.heardUploadsWords ?? "{}");
  const say = (text: string) => status && (status.textContent = text);
  return { input, form, words, coming, say };
}

function addFile(place: Place, file: File) {
  const cancel = () => {
    one.cancel();
    one.row.remove();
    place.say(place.words.cancelled.replace("{name}", () => file.name));
    place.input.focus();
    leave(one);
  };
  for (const row of place.coming.querySelectorAll<HTMLElement>(
    "[data-heard-unfinished]",
  ))
    if (row.dataset.heardUnfinished === file.name) row.remove();
  const row = makeRow(place.coming, file.name, { words: place.words, cancel });
  const nth = (chosen += 1);
  const one: Waiting = { place, file, row, nth, cancel: () => undefined };
  waiting.push(one);
  sendNext();
}

function sendNext() {
  while (under.size < atOnce) {
    const one = waiting.shift();
    if (!one) return;
    under.add(one);
    begin(one);
  }
}

function begin(one: Waiting) {
  const { place, file, row } = one;
  const { words, input } = place;
  const fail = (message: string, retry?: () => void) => {
    row.showProblem(message, retry);
    refused.push(one);
    sayNotAdded(one);
    leave(one);
  };
  one.cancel = sendFile({
    file,
    endpoint: input.dataset.heardUploads ?? "",
    told: { ...readMarks(place), question: input.name, name: file.name },
    onBegun: (begun) => markBegun(place, begun),
    onPart(percent) {
      row.showPart(percent);
      const sent = words.sent.replace("{percent}", String(percent));
      row.say(percent < 100 ? sent : words.lookedInto);
    },
    onLost: () => row.say(words.lost),
    onEnd(reply) {
      if (reply === "gone") return fail(words.gone);
      if (!reply) return fail(words.failed, () => addFile(place, file));
      if ("message" in reply) return fail(reply.message);
      row.remove();
      showTaken(place, reply);
      leave(one);
    },
  });
}

function hiddenField({ form }: Place, name: string) {
  return form.querySelector<HTMLInputElement>(
    `input[type="hidden"][name="${name}"]`,
  );
}

/** Which draft the page is of, or which it would begin. */
function readMarks(place: Place) {
  const valueOf = (name: string) => hiddenField(place, name)?.value ?? "";
  return { draft: valueOf("draft"), rendering: valueOf("rendering") };
}

function markBegun(place: Place, begun: string) {
  const draft = hiddenField(place, "draft");
  if (draft && begun && draft.value === "new") draft.value = begun;
}

function showTaken(
  place: Place,
  file: { publicId: string; name: string; facts: string },
) {
  const taken =
    place.coming.parentElement?.querySelector<HTMLElement>(
      "[data-heard-files]",
    );
  const list = taken?.querySelector("ul");
  if (!taken || !list) return;
  taken.hidden = false;
  addTakenFile(list, file, place.words);
  place.say(place.words.added.replace("{name}", () => file.name));
}

/** It is not on its way any more; where a button was pressed meanwhile, the last one sends the form. */
function leave(one: Waiting) {
  under.delete(one);
  const place = waiting.indexOf(one);
  if (place >= 0) waiting.splice(place, 1);
  sendNext();
  if (under.size > 0) return;
  const button = pressed;
  pressed = null;
  if (button) one.place.form.requestSubmit(button);
}

/** Whoever goes on before the files are here takes them along. */
function waitForFiles(event: SubmitEvent) {
  const [first] = under;
  if (!first) return holdForRefused(event);
  if (event.target !== first.place.form) return;
  hold(event);
  pressed = event.submitter;
  first.place.say(first.place.words.stillComing);
}

/**
 * Whoever pressed as the message came has not read it, and would go on without
 * their file and not know: the first press leads to it, and the next one goes on.
 */
function holdForRefused(event: SubmitEvent) {
  if (isRemoval(event)) return;
  const unread = refused
    .splice(0)
    // The first on the page, whichever was answered first.
    .sort((one, other) => one.nth - other.nth)
    .find(
      ({ place, row }) => event.target === place.form && row.pointToProblem(),
    );
  if (!unread) return;
  hold(event);
  sayNotAdded(unread);
}

function hold(event: SubmitEvent) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

const isRemoval = ({ submitter }: SubmitEvent) =>
  submitter instanceof HTMLButtonElement &&
  submitter.value.startsWith("remove:");

function sayNotAdded({ place, file }: Waiting) {
  place.say(place.words.notAdded.replace("{name}", () => file.name));
}
