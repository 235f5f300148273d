import type { Question } from "./question-types.ts";

/** What a kind of question lets whoever writes it say beside its words. */
export const ownFields: Record<
  Question["type"],
  "length" | "options" | "topics" | "precision" | "range" | "items" | "nothing"
> = {
  "short-text": "length",
  "long-text": "length",
  radios: "options",
  checkboxes: "options",
  select: "options",
  date: "precision",
  "whole-number": "range",
  email: "nothing",
  "file-upload": "nothing",
  "evidence-items": "topics",
  group: "items",
};

/** Whether a hint can stand below each of its options: a long list has no room for any. */
export function hasOptionHints(type: Question["type"]): boolean {
  return type === "radios" || type === "checkboxes";
}

/** How a kind of question can decide something: by one choice, by what is written, or not at all. */
export const decidesBy: Record<
  Question["type"],
  "one-choice" | "words" | "nothing"
> = {
  "short-text": "words",
  "long-text": "words",
  radios: "one-choice",
  select: "one-choice",
  checkboxes: "nothing",
  date: "nothing",
  "whole-number": "nothing",
  email: "nothing",
  "file-upload": "nothing",
  "evidence-items": "nothing",
  group: "nothing",
};
