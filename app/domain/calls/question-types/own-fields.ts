import type { Question } from "./question-types.ts";

/** What a kind of question lets whoever writes it say beside its words. */
export const ownFields: Record<
  Question["type"],
  "length" | "options" | "precision" | "range" | "nothing"
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
  "evidence-items": "nothing",
  group: "nothing",
};
