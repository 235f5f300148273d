import { responseAddress, responseFormAddress } from "#app/addresses.ts";
import { daysBetween } from "#app/domain/calls/dues.ts";
import { londonDay } from "#app/domain/calls/london-time.ts";
import type { ResponseChannel } from "#app/domain/responses/responses.ts";
import { awaitsTriage } from "#app/domain/responses/triage-states.ts";
import { isWithdrawn } from "#app/domain/responses/withdrawal.ts";
import type { QueueFilter } from "#app/domain/triage/queue-filter.ts";
import type { Excerpt, QueueRow } from "#app/domain/triage/queue.ts";
import { formatShortDate } from "#app/words/review-en/times.ts";
import { describeSameWords } from "./same-words.ts";
import { describeState } from "./states.ts";

const channelWords: Record<ResponseChannel, string | undefined> = {
  web: undefined,
  import: "Imported",
  letter: "Letter",
  email: "Email",
  phone: "Phone",
  meeting: "Meeting",
};

/** The words of a response, and before them where they stand if that is not plain. */
function describeExcerpt({ from, parts }: Excerpt, q: string) {
  const found = {
    answers: "",
    file: "In a file: ",
    note: "In a note: ",
    beginning: "",
  };
  const where =
    from === "beginning" && q ? "Found further on. It begins: " : found[from];
  return where ? [{ text: where, isHit: false }, ...parts] : parts;
}

type Shown = {
  filter: QueueFilter;
  /** The words that are marked, as they stand in an address; empty for none. */
  q: string;
  /** Whether words were asked for, which an excerpt should show. */
  isOfWords: boolean;
  mayActInBulk: boolean;
  here: string;
  now: Date;
};

export function describeRows(rows: QueueRow[], shown: Shown) {
  const { q, here } = shown;
  const ways = {
    toRead: new URLSearchParams({ ...(q && { q }), from: here }).toString(),
    toFlag: new URLSearchParams({ from: here }).toString(),
  };
  return rows.map((row) => describeRow(row, shown, ways));
}

/** In the place of what somebody took back. */
const closedWords = "Taken back by whoever sent it.";
/** Each reading of what is frozen is written down, and a list is nobody's reading. */
const frozenWords = "Frozen: what it says stands on its own page.";
const nothingWritten = "Nothing is written in it.";

/** What stands behind the addresses that a row leads to, the same for all of a page. */
type Ways = { toRead: string; toFlag: string };

function describeRow(row: QueueRow, shown: Shown, { toRead, toFlag }: Ways) {
  return {
    reference: row.reference,
    href: `${responseAddress(row.reference)}?${toRead}`,
    excerpt: excerptOf(row, shown),
    isFlagged: row.isFlagged,
    flagHref: row.isFlagged
      ? undefined
      : `${responseFormAddress(row.reference, "safeguarding")}?${toFlag}`,
    same: describeSameWords(row, shown.mayActInBulk),
    speaker: row.speaker?.replaceAll("\n", "; "),
    facts: factsOf(row),
    origin: [row.callTitle, channelWords[row.channel]]
      .filter((word) => word !== undefined && word !== "")
      .join(", "),
    mayBeQuoted: row.mayBeQuoted,
    tagNames: row.tagNames,
    receivedAt: row.receivedAt,
    receivedOn: formatShortDate(row.receivedAt),
    ...timeOf(row, shown.now),
    state: stateWords(row, shown.filter),
    assignee: row.isAssignedToMe ? "You" : assigneeOf(row),
    reader: row.isClaimedByMe ? "You" : row.claimedByName,
  };
}

/** What was decided stays with a group that ended or somebody who left. */
function assigneeOf({ assigneeName, assigneeGone }: QueueRow): string | null {
  return assigneeName && assigneeGone
    ? `${assigneeName} (has ${assigneeGone})`
    : assigneeName;
}

function excerptOf(row: QueueRow, { isOfWords, q }: Shown) {
  if (isWithdrawn(row)) return [{ text: closedWords, isHit: false }];
  if (row.isFlagged) return [{ text: frozenWords, isHit: false }];
  const parts = describeExcerpt(row.excerpt, isOfWords ? q : "");
  return parts.some(({ text }) => text.trim() !== "")
    ? parts
    : [{ text: nothingWritten, isHit: false }];
}

function factsOf(row: QueueRow): string[] {
  const facts = [plural(row.wordCount, "word", "words")];
  if (row.attachmentCount > 0)
    facts.push(plural(row.attachmentCount, "file", "files"));
  return row.saysNothing ? ["Says nothing", ...facts] : facts;
}

/** Only where it is not the state of the whole list. */
function stateWords(row: QueueRow, { state }: QueueFilter) {
  const goesWithout =
    state === row.state || (state === "to-do" && row.state === "received");
  if (goesWithout) return undefined;
  const { label, colour } = describeState(row.state);
  return { label, colour };
}

/** By when it should be read; where nobody said, how long it has waited. */
function timeOf({ state, dueOn, receivedAt }: QueueRow, now: Date) {
  if (!awaitsTriage(state)) return { waiting: undefined, isOverdue: false };
  if (dueOn === undefined)
    return { waiting: waitingWords(receivedAt, now), isOverdue: false };
  const left = daysBetween(londonDay(now), dueOn);
  return { waiting: dueWords(left), isOverdue: left < 0 };
}

function dueWords(left: number): string {
  if (left < 0) return `${plural(-left, "day", "days")} overdue`;
  if (left === 0) return "Due today";
  return left === 1 ? "Due tomorrow" : `Due in ${plural(left, "day", "days")}`;
}

const dayMilliseconds = 86_400_000;

function waitingWords(receivedAt: string, now: Date): string {
  const days = Math.floor(
    (now.getTime() - Date.parse(receivedAt)) / dayMilliseconds,
  );
  return days < 1
    ? "Waiting since today"
    : `Waiting ${plural(days, "day", "days")}`;
}

const count = new Intl.NumberFormat("en-GB");

export function plural(number: number, one: string, many: string) {
  return `${count.format(number)} ${number === 1 ? one : many}`;
}
