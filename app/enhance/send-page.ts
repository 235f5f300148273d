import type { AskingPage } from "./asking-page.ts";
import { clearChosenFiles, tellTooBigFiles } from "./chosen-files.ts";
import {
  copyNow,
  type Keeping,
  letGo,
  noteSent,
  saveNow,
  settle,
} from "./keep-typed.ts";
import { showFailure } from "./page-notice.ts";
import { sendForm, type SendOutcome } from "./send-form.ts";
import { isSameTyped, readTyped, type TypedFields } from "./typed-fields.ts";
import type { KeepingWords } from "./words.ts";

type Sending = {
  keeping: Keeping;
  say: (text: string) => void;
  /** Puts the page that came back in this one's place, with what was typed since it was sent. */
  showGivenBack: (page: Document, later: TypedFields | undefined) => void;
};

/** A press of a button that fails leaves the page as it is, and says what to do. */
export function sendByScript(page: AskingPage, sending: Sending) {
  let isSending = false;
  const onSubmit = async (event: SubmitEvent) => {
    // Led to an address of its own, a button only shows the page in another language.
    if (event.submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    // The second press of a double click.
    if (isSending) return;
    isSending = true;
    try {
      await send(page, event.submitter, sending);
    } finally {
      isSending = false;
    }
  };
  page.form.addEventListener("submit", (event) => void onSubmit(event), {
    signal: page.gone,
  });
}

async function send(
  page: AskingPage,
  button: HTMLElement | null,
  sending: Sending,
): Promise<void> {
  const { keeping, say, showGivenBack } = sending;
  const { form, words } = page;
  const tooBig = tellTooBigFiles(form);
  if (tooBig.length > 0) return showProblem(page, tooBig);
  await settle(keeping);
  keeping.saveTimer.stop();
  say(words.sending);
  const sent = readTyped(form);
  noteSent(keeping, sent);
  keeping.isSending = true;
  const outcome = await sendForm(form, button, (percent) =>
    say(tellPart(words, percent)),
  );
  keeping.isSending = false;
  say("");
  const typed = readTyped(form);
  const later = isSameTyped(typed, sent) ? undefined : typed;
  switch (outcome.kind) {
    case "led-on":
      if (later && !(await saveLater(keeping)))
        return send(page, button, sending);
      letGo(keeping);
      return openNext(outcome.to);
    case "given-back":
      letGoOfSent(keeping, { sent, later, page: outcome.page });
      return showGivenBack(outcome.page, later);
    case "failed":
      if (later) void saveNow(keeping);
      return tellFailure(page, outcome);
  }
}

/** A place on this very page would be gone to without asking for the page anew. */
function openNext(to: string) {
  const next = new URL(to, location.href);
  const isHere =
    next.pathname === location.pathname && next.search === location.search;
  if (isHere) next.hash = "";
  location.assign(next);
}

type Sent = {
  sent: TypedFields;
  later: TypedFields | undefined;
  page: Document;
};

/** What was typed since, and has no box on the page that came, waits for the next one. */
function letGoOfSent(keeping: Keeping, { sent, later, page }: Sent) {
  if (!later || page.querySelector("form[data-heard-page]"))
    return letGo(keeping);
  keeping.saved = sent;
  keeping.unheard = null;
  copyNow(keeping);
}

/** @returns whether the server has what was typed since the page was sent. */
async function saveLater(keeping: Keeping): Promise<boolean> {
  const { form } = keeping.page;
  clearChosenFiles(form);
  await settle(keeping);
  return isSameTyped(readTyped(form), keeping.saved);
}

/** At its end the server looks into the files, which takes its time too. */
function tellPart({ sending, sendingPart }: KeepingWords, percent: number) {
  return percent > 0 && percent < 100
    ? sendingPart.replace("{percent}", String(percent))
    : sending;
}

function tellFailure(
  page: AskingPage,
  { reason, minutes }: SendOutcome & { kind: "failed" },
) {
  const { words } = page;
  const wait =
    minutes === 1
      ? words.minute
      : words.minutes.replace("{count}", String(minutes));
  showProblem(page, [words.failed[reason].replace("{minutes}", wait)]);
}

function showProblem({ words }: AskingPage, texts: string[]) {
  if (!document.title.startsWith(words.errorTitle))
    document.title = words.errorTitle + document.title;
  showFailure(words.failedHeading, texts);
}
