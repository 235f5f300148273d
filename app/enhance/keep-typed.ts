import {
  type AskingPage,
  awaitsChoice,
  bodyOf,
  isUnsaved,
  readBase,
  readRendering,
  writeBase,
} from "./asking-page.ts";
import {
  isKeepingOn,
  readCopy,
  removeCopy,
  wasForgottenSince,
  writeCopy,
} from "./local-copy.ts";
import { fitsLeaving, type SaveReply, saveTyped } from "./save-typed.ts";
import { makeTimer } from "./timer.ts";
import { isSameTyped, readTyped, type TypedFields } from "./typed-fields.ts";

const untilCopyMilliseconds = 300;
const untilSaveMilliseconds = 2_000;
const firstRetryMilliseconds = 10_000;
const lastRetryMilliseconds = 5 * 60_000;
const settleMilliseconds = 5_000;
/** Of a text that stands against a saved one: it is never put back by itself. */
export const noVersion = -1;

/** What is known of a page's text, and where. */
export type Keeping = {
  page: AskingPage;
  say: (text: string) => void;
  /** What the server has. */
  saved: TypedFields;
  /** What it may have: it was sent, and no answer was heard. */
  unheard: TypedFields | null;
  underWay: Promise<void> | undefined;
  /** The page's form is on its way: a save that overtakes it would be overwritten by it. */
  isSending: boolean;
  /** The draft was sent or deleted, or this page has done its work. */
  hasLetGo: boolean;
  /** A key was pressed here; what else stands in the boxes the server or the browser put there. */
  hasTyped: boolean;
  retryMilliseconds: number;
  copyTimer: ReturnType<typeof makeTimer>;
  saveTimer: ReturnType<typeof makeTimer>;
};

/**
 * Keeps what is typed: in this browser at once, on the server when a person
 * pauses. A copy goes as soon as the server has what is in it.
 */
export function keepTyped(
  page: AskingPage,
  say: (text: string) => void,
): Keeping {
  const { storage, address } = page;
  const keeping: Keeping = {
    page,
    say,
    saved: isUnsaved(page) ? [] : page.served,
    unheard: (storage && readCopy(storage, address)?.sent) ?? null,
    underWay: undefined,
    isSending: false,
    hasLetGo: false,
    hasTyped: false,
    retryMilliseconds: firstRetryMilliseconds,
    copyTimer: makeTimer(page.gone),
    saveTimer: makeTimer(page.gone),
  };
  const onInput = () => {
    keeping.hasTyped = true;
    keeping.copyTimer.start(untilCopyMilliseconds, () => copyNow(keeping));
    keeping.saveTimer.start(untilSaveMilliseconds, () => saveNow(keeping));
  };
  page.form.addEventListener("input", onInput, { signal: page.gone });
  return keeping;
}

export function mayKeep({ page, hasLetGo }: Keeping): boolean {
  const { storage, gone } = page;
  if (hasLetGo || gone.aborted) return false;
  if (!storage) return true;
  return isKeepingOn(storage) && !isForgotten(page);
}

/** Its draft was sent or deleted in this browser after the page was opened. */
export function isForgotten(page: AskingPage): boolean {
  const { storage, address, openedAt } = page;
  if (!storage) return false;
  return wasForgottenSince(storage, address, openedAt);
}

/** Copies what the server does not have into this browser's storage. */
export function copyNow(keeping: Keeping) {
  const { page, saved, unheard, copyTimer, say } = keeping;
  const { storage, address, form, words } = page;
  copyTimer.stop();
  if (!storage || !mayKeep(keeping)) return;
  const typed = readTyped(form);
  if (isSameTyped(typed, saved) && !unheard)
    return removeCopy(storage, address);
  const { draft, version } = readBase(page);
  const copy = {
    draft,
    version: awaitsChoice(page) ? noVersion : version,
    at: Date.now(),
    typed,
    sent: unheard,
    ...(!page.saveTo && { rendering: readRendering(page) }),
  };
  if (!writeCopy(storage, address, copy)) say(words.noRoom);
}

/** Saves on the server what it does not have. @returns when it has answered. */
export async function saveNow(
  keeping: Keeping,
  isLeaving = false,
): Promise<void> {
  const { page, saveTimer } = keeping;
  saveTimer.stop();
  if (!page.saveTo) return;
  if (!isLeaving) await keeping.underWay;
  const typed = readTyped(page.form);
  const isKnown = isSameTyped(typed, keeping.saved) && !keeping.unheard;
  if (isKnown || !mayKeep(keeping) || awaitsChoice(page)) return;
  if (keeping.isSending) return copyNow(keeping);
  const body = bodyOf(page, typed);
  if (isLeaving && !fitsLeaving(body)) return;
  const earlier = keeping.unheard;
  noteSent(keeping, typed);
  const answer = saveTyped(page.saveTo, body, { isLeaving }).then((reply) =>
    takeReply(keeping, reply, { typed, earlier }),
  );
  keeping.underWay = answer;
  await answer;
}

/** From now on the server may have this. */
export function noteSent(keeping: Keeping, typed: TypedFields) {
  keeping.unheard = typed;
  copyNow(keeping);
}

/** What is sent next must come after what is under way, and be based on it. */
export async function settle(keeping: Keeping): Promise<void> {
  const wait = new Promise<void>((resolve) => {
    setTimeout(resolve, settleMilliseconds);
  });
  await Promise.race([keeping.underWay, wait]);
  if (keeping.unheard) await Promise.race([saveNow(keeping), wait]);
}

/** The server has everything: nothing stays in this browser. */
export function letGo(keeping: Keeping) {
  const { storage, address, form } = keeping.page;
  keeping.hasLetGo = true;
  keeping.saved = readTyped(form);
  keeping.copyTimer.stop();
  keeping.saveTimer.stop();
  if (storage) removeCopy(storage, address);
}

type Sent = { typed: TypedFields; earlier: TypedFields | null };

function takeReply(keeping: Keeping, reply: SaveReply, sent: Sent) {
  const { page, say, saveTimer } = keeping;
  if (page.gone.aborted || keeping.hasLetGo) return;
  switch (reply.kind) {
    case "saved":
      return takeSaved(keeping, reply, sent.typed);
    case "saved-elsewhere":
      return takeConflict(keeping, reply, sent);
    case "gone":
      letGo(keeping);
      return say(page.words.gone);
    case "refused":
      return say(page.words.notSavedYet);
    case "later": {
      const { retryMilliseconds } = keeping;
      saveTimer.start(reply.afterMilliseconds ?? retryMilliseconds, () =>
        saveNow(keeping),
      );
      keeping.retryMilliseconds = Math.min(
        retryMilliseconds * 2,
        lastRetryMilliseconds,
      );
      return say(page.words.notSavedYet);
    }
  }
}

function takeSaved(
  keeping: Keeping,
  base: { draft: string; version: number },
  typed: TypedFields,
) {
  const { page, say, saveTimer } = keeping;
  writeBase(page, base);
  keeping.saved = typed;
  keeping.unheard = null;
  keeping.retryMilliseconds = firstRetryMilliseconds;
  copyNow(keeping);
  say(page.words.savedAt.replace("{time}", clockTime(new Date())));
  if (!isSameTyped(readTyped(page.form), typed))
    saveTimer.start(untilSaveMilliseconds, () => saveNow(keeping));
}

/** What another tab saved stays, and Continue shows both; an earlier save of this page is no other tab's. */
function takeConflict(
  keeping: Keeping,
  reply: SaveReply & { kind: "saved-elsewhere" },
  { earlier }: Sent,
) {
  const { page, say, saveTimer } = keeping;
  keeping.unheard = null;
  if (!earlier || !isSameTyped(earlier, reply.saved)) {
    copyNow(keeping);
    return say(page.words.savedElsewhere);
  }
  writeBase(page, reply);
  keeping.saved = reply.saved;
  saveTimer.start(0, () => saveNow(keeping));
}

/** By the clock of the device: that is the one its reader looks at. */
function clockTime(at: Date): string {
  return at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}
