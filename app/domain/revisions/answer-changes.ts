import type { AnswerValue } from "../calls/question-types/question-type.ts";
import type { ItemRefusal } from "../evidence/put-item.server.ts";

/** Why nothing of a response can be changed any more, or not this. */
export type ChangeRefusal = "withdrawn" | "coded" | "not-asked";

/** What comes of every change, whatever kind of answer it is of. */
export type RevisionOutcome =
  | { ok: true; version: number }
  | { ok: false; reason: ChangeRefusal }
  /** With it other answers are not asked for any more, and its sender has not said that this is meant. */
  | { ok: false; reason: "leaves-out"; questionIds: string[] };

/** It does not fit its question: what is wrong, and with which of its fields. */
export type Unfit = {
  ok: false;
  reason: "unfit";
  problem: string;
  wrongParts: string[];
};

/** The same answer was changed since the form was shown: what stands now. Undefined is nothing, or what is kept apart. */
export type ChangedElsewhere = {
  ok: false;
  reason: "changed-elsewhere";
  version: number;
  saved: AnswerValue | undefined;
};

export type ChangeOutcome = RevisionOutcome | Unfit | ChangedElsewhere;

/** One item of an answer stands otherwise than its form was made from, or has no room. */
export type ItemRefused = { ok: false; reason: "item"; refusal: ItemRefusal };

/** With the item more is taken back than its sender has read. */
export type NotRemoved = Unfit | { ok: false; reason: "takes-more" };

export type RemovalOutcome = RevisionOutcome | Unfit;

/** What was answered about another item does not fit its questions, by question. */
type UnfitItem = {
  ok: false;
  reason: "unfit-item";
  problems: Record<string, string>;
  wrongParts: Record<string, string[]>;
};

/** This very form has added one that says something else now, or is gone; or there is no room. */
export type NotAdded =
  Unfit | UnfitItem | { ok: false; reason: "added-already" | "full" };
export type ItemOutcome = RemovalOutcome | ItemRefused;

/** The events of a change, and of a file that came with it. */
export const answerChanged = "response.answer-changed";
/** By somebody of the team, beside what it was keyed in from. */
export const entryCorrected = "response.entry-corrected";
export const fileAdded = "response.file-added";
