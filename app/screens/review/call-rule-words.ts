import type { Ask } from "#app/domain/calls/authoring/rule-parts.ts";
import type { Join } from "#app/domain/calls/authoring/rule-tree.ts";
import { editRefusals } from "./call-editor-words.ts";

/** What can be asked of an answer, as it follows on a question's words. */
export const askWords: Record<Ask, string> = {
  is: "is",
  "is-not": "is not, or is left out",
  "is-one-of": "is one of several",
  "is-none-of": "is none of several, or is left out",
  includes: "includes",
  "does-not-include": "does not include, or is left out",
  before: "is before",
  "not-before": "is not before, or is left out",
  after: "is after",
  "not-after": "is not after, or is left out",
  under: "is under",
  "at-least": "is at least",
  "at-most": "is at most",
  over: "is more than",
  between: "is from one number to another",
  answered: "is answered",
  "not-answered": "is not answered",
  holds: "holds",
  "does-not-hold": "does not hold",
};

export const joinWords: Record<Join, string> = {
  all: "All of these hold",
  any: "Any of these holds",
  "not-all": "Not all of these hold",
  "not-any": "None of these holds",
};

/** Why a rule was not changed, by the field it stands at. */
export const ruleRefusals = {
  ...editRefusals,
  "changed-meanwhile": {
    "": "Somebody changed this while you had it open. What you chose is kept here and theirs stands below it. Nothing is lost: save again to add yours to it.",
  },
  "rules-full": { "": "A call has 100 rules at most." },
  "part-unknown": {
    "": "This question, rule or answer cannot be looked at any more: somebody moved or removed it. Go back and choose again.",
  },
  "rule-too-big": {
    "": "A rule has 20 parts at each level and 8 levels at most. Make another rule of some of them and name it here.",
  },
  "last-part": {
    "": "This is the only part. Change it, or remove the rule itself.",
  },
} as const;

export const ruleNamed =
  "Other rules name this one, so it was not removed. Take it out of them first.";
