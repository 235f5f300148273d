import { closest, distance } from "fastest-levenshtein";

/** What can be asked for by name, in the order in which it is explained. */
export const queueKeys = [
  "type",
  "tag",
  "state",
  "call",
  "by",
  "decided-by",
  "tagged-by",
  "assigned",
  "claimed",
  "skipped",
  "age",
  "received",
  "due",
  "words",
  "has",
  "flag",
  "consent",
  "redaction",
  "note",
  "channel",
  "ref",
  "number",
  "same-as",
  "view",
  "sort",
] as const;

export type QueueKey = (typeof queueKeys)[number];

const otherNames: Record<string, QueueKey> = {
  who: "type",
  kind: "type",
  tags: "tag",
  tagged: "tag",
  untagged: "tag",
  status: "state",
  is: "state",
  assignee: "assigned",
  "assigned-to": "assigned",
  with: "assigned",
  mine: "assigned",
  "claimed-by": "claimed",
  decided: "decided-by",
  "skipped-by": "skipped",
  date: "received",
  length: "words",
  memo: "note",
  reference: "ref",
  no: "number",
  same: "same-as",
  "same-words": "same-as",
  order: "sort",
  flagged: "flag",
  redacted: "redaction",
  redactions: "redaction",
  saved: "view",
  views: "view",
};

const questionPlace = /^q([1-9]\d{0,2})$/;

/** What a key means: one of ours, or a question by its place from 0 or its id. */
export type KnownKey = { key: QueueKey } | { question: string | number };

export function readKey(
  typed: string,
  questionIds: ReadonlySet<string>,
): KnownKey | undefined {
  const other = Object.hasOwn(otherNames, typed)
    ? otherNames[typed]
    : undefined;
  const key = queueKeys.find((one) => one === typed) ?? other;
  if (key) return { key };
  const place = questionPlace.exec(typed)?.[1];
  if (place) return { question: Number(place) - 1 };
  return questionIds.has(typed) ? { question: typed } : undefined;
}

/** Whether it is a key wherever it stands; what a question is called may be a word as well. */
export function isNameOfKey(typed: string): boolean {
  return readKey(typed, new Set()) !== undefined;
}

const mostLettersApart = 2;

/** The one that was likely meant: at most two letters away, or begun. Undefined where none is as near. */
export function nearestOf(
  typed: string,
  candidates: readonly string[],
): string | undefined {
  if (candidates.length === 0 || typed === "") return undefined;
  const said = typed.toLowerCase();
  const lower = candidates.map((one) => one.toLowerCase());
  const near = closest(said, lower);
  // Two letters of three are another word.
  const most = Math.min(mostLettersApart, said.length - 1);
  const begun = lower.findIndex((one) => one.startsWith(said));
  const at = distance(said, near) <= most ? lower.indexOf(near) : begun;
  return candidates[at];
}

export function nearestKey(
  typed: string,
  questionIds: ReadonlySet<string>,
): string | undefined {
  return nearestOf(typed, [
    ...queueKeys,
    ...Object.keys(otherNames),
    ...questionIds,
  ]);
}
