import type { Meaning } from "../meanings.ts";
import { membersOf, type Question } from "../question-types/question-types.ts";
import { memberTypes } from "../question-types/repeating-group.ts";

/** What is asked in one way wherever it is asked: for whom somebody speaks, and what may be done with what they say. */
export const fixedMeanings: readonly Meaning[] = [
  "on-behalf-of",
  "someone-elses-consent",
  "consent-to-publish",
  "consent-to-share",
  "consent-to-quote",
  "at-the-end",
];

/** Whether a question is one of those: the bank keeps no second one of them. */
export function isFixed({ meaning }: Pick<Question, "meaning">): boolean {
  return meaning !== undefined && fixedMeanings.includes(meaning);
}

/** Whether it can be among those that are asked several times together. */
export function fitsAmongSeveral(question: Question): boolean {
  const types: readonly Question["type"][] = memberTypes;
  return (
    types.includes(question.type) &&
    membersOf(question).length === 0 &&
    !question.identifying &&
    !question.shownInQueue &&
    question.meaning === undefined
  );
}
