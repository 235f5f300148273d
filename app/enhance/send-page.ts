import type { AskingPage } from "./asking-page.ts";
import { type Keeping, letGo, noteSent, settle } from "./keep-typed.ts";
import { showFailure } from "./page-notice.ts";
import { sendForm, type SendOutcome } from "./send-form.ts";
import { readTyped } from "./typed-fields.ts";

type Sending = {
  keeping: Keeping;
  say: (text: string) => void;
  /** Puts the page that came back in this one's place. */
  showGivenBack: (page: Document) => void;
};

/** A press of a button that fails leaves the page as it is, and says what to do. */
export function sendByScript(page: AskingPage, sending: Sending) {
  let isSending = false;
  const onSubmit = async (event: SubmitEvent) => {
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
  { keeping, say, showGivenBack }: Sending,
) {
  await settle(keeping);
  keeping.saveTimer.stop();
  say(page.words.sending);
  noteSent(keeping, readTyped(page.form));
  const outcome = await sendForm(page.form, button);
  say("");
  switch (outcome.kind) {
    case "led-on":
      letGo(keeping);
      return location.assign(outcome.to);
    case "given-back":
      letGo(keeping);
      return showGivenBack(outcome.page);
    case "failed":
      return tellFailure(page, outcome);
  }
}

function tellFailure(
  { words }: AskingPage,
  { reason, minutes }: SendOutcome & { kind: "failed" },
) {
  const wait =
    minutes === 1
      ? words.minute
      : words.minutes.replace("{count}", String(minutes));
  const text = words.failed[reason].replace("{minutes}", wait);
  if (!document.title.startsWith(words.errorTitle))
    document.title = words.errorTitle + document.title;
  showFailure(words.failedHeading, text);
}
