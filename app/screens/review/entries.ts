import type { AttachmentRefusal } from "#app/domain/attachments/attachments.ts";
import {
  type Entry,
  type EntryProblem,
  questionsToKey,
} from "#app/domain/entries/entries.ts";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import {
  isIdentifying,
  type Question,
  questionTypeOf,
} from "#app/domain/calls/question-types/question-types.ts";
import type {
  ResponseChannel,
  SentAnswer,
} from "#app/domain/responses/responses.ts";
import { formatMoment, formatShortDate } from "#app/words/review-en/times.ts";
import type { Words } from "#app/words/words.ts";

export const entryProblems: Record<EntryProblem, string> = {
  "no-channel": "Choose how it reached the review",
  "no-day": "Enter the day on which it came",
  "not-a-day": "Enter a day such as 31/5/2026",
  "in-future": "The day must be today or before",
};

export const entryChannelChoices = [
  { value: "letter", label: "Letter" },
  { value: "email", label: "Email" },
  { value: "phone", label: "Phone call" },
  { value: "meeting", label: "Meeting" },
];

const channelNames: Record<ResponseChannel, string> = {
  web: "Form",
  import: "Import",
  letter: "Letter",
  email: "Email",
  phone: "Phone call",
  meeting: "Meeting note",
};

/** An entry as a line, and as the heading of its own page. */
export function describeEntry(entry: Entry) {
  const { checkedByName, checkedAt } = entry;
  return {
    reference: entry.reference,
    excerpt: entry.excerpt || "Nothing was keyed in: see the scan",
    origin: `${channelNames[entry.channel]}, came ${formatShortDate(entry.receivedAt)}`,
    keyed: `Keyed in by ${entry.keyedByName}, ${formatMoment(entry.keyedAt)}`,
    checked:
      checkedByName && checkedAt
        ? `Checked by ${checkedByName}, ${formatMoment(checkedAt)}`
        : undefined,
  };
}

/** What stands there of an answer, as whoever checks it reads it. */
export function describeKeyedAnswer(
  answer: Pick<SentAnswer, "label" | "line" | "isKeptApart">,
  isWithheld: boolean,
) {
  const { label, isKeptApart } = answer;
  const line = isWithheld ? undefined : answer.line;
  const instead = isWithheld
    ? "Something in this answer is redacted: a lead may see it"
    : isKeptApart
      ? "Kept apart, and not shown here"
      : "Nothing was keyed in";
  const isMuted = isKeptApart || !line;
  return { label, line: isMuted ? instead : line, isMuted };
}

/** A question for whoever keys in an answer to it. */
export function describeKeyed(question: Question) {
  const hint = isIdentifying(question)
    ? "Kept apart from the answers, as in the form."
    : undefined;
  return {
    id: question.id,
    label: inLanguage(question.label, "en"),
    hint,
    isOptional: true,
    field: questionTypeOf(question).field(question, "en"),
  };
}

export type KeyedQuestion = ReturnType<typeof describeKeyed>;

export const describeKeyedQuestions = (definition: CallDefinition) =>
  questionsToKey(definition).map(describeKeyed);

/** Why scans were not taken, one sentence each. */
export function describeScanRefusals(
  refusals: AttachmentRefusal[],
  words: Words,
  maxFileBytes: number,
): string {
  const limits = { maxFiles: 10, maxFileBytes, maxDraftBytes: maxFileBytes };
  return refusals
    .map((file) => words.attachments.refusals[file.reason]({ ...file, limits }))
    .join(" ");
}

export const noAnswerKeyed =
  "Key in at least one answer, or choose a scan of what was sent";

export const checkRefusals = {
  own: "You keyed this in yourself. Somebody else has to check it",
  checked: "A colleague has checked this already",
} as const;

export const correctionRefusals = {
  withdrawn: "Its sender has taken it back, so nothing can be corrected",
  coded:
    "Somebody has begun to tag it, so its words stay as they are. Write a note for them",
  "not-asked": "This question is not asked with the other answers given",
  "changed-elsewhere":
    "Somebody has changed this answer since you opened the page. Open it again",
  "leaves-out":
    "With this answer others would not be asked any more. Correct those first",
} as const;
