import { z } from "zod";
import type { Comparison } from "../conditions.ts";
import { languages } from "../languages.ts";
import {
  checkboxes,
  checkboxesQuestion,
  radios,
  radiosQuestion,
  select,
  selectQuestion,
} from "./choices.ts";
import { date, dateQuestion } from "./date.ts";
import { email, emailQuestion } from "./email.ts";
import {
  evidenceItems,
  evidenceItemsQuestion,
  type EvidenceQuestion,
} from "./evidence-items.ts";
import { fileUpload, fileUploadQuestion } from "./file-upload.ts";
import { longText, longTextQuestion } from "./long-text.ts";
import {
  type AnswerValue,
  givenApart,
  type QuestionType,
} from "./question-type.ts";
import {
  type RepeatingGroup,
  repeatingGroup,
  repeatingGroupQuestion,
} from "./repeating-group.ts";
import { shortText, shortTextQuestion } from "./short-text.ts";
import {
  numbersMeantOf,
  wholeNumber,
  wholeNumberQuestion,
} from "./whole-number.ts";

export const questionSchema = z.discriminatedUnion("type", [
  shortTextQuestion,
  longTextQuestion,
  emailQuestion,
  radiosQuestion,
  checkboxesQuestion,
  selectQuestion,
  dateQuestion,
  fileUploadQuestion,
  evidenceItemsQuestion,
  wholeNumberQuestion,
  repeatingGroupQuestion,
]);

export type Question = z.infer<typeof questionSchema>;

const questionTypes = {
  "short-text": shortText,
  "long-text": longText,
  email,
  radios,
  checkboxes,
  select,
  date,
  "file-upload": fileUpload,
  "evidence-items": evidenceItems,
  "whole-number": wholeNumber,
  group: repeatingGroup,
};

/** The type of a question; what it says holds for this very question. */
export function questionTypeOf(question: Question): QuestionType<Question> {
  // Each entry takes the question of its own type, which the union's tag has just chosen.
  return questionTypes[question.type] as QuestionType<Question>;
}

/** A page's question whose items are added on pages of their own; undefined where it has none. */
export function findEvidenceQuestion(
  questions: Question[],
): EvidenceQuestion | undefined {
  for (const question of questions)
    if (question.type === "evidence-items") return question;
  return undefined;
}

/** Whether its answer is pieces of evidence. */
export function isEvidence(question: Question): boolean {
  return findEvidenceQuestion([question]) !== undefined;
}

/** A page's question whose questions are asked again for each of several things; undefined where it has none. */
export function findGroupQuestion(
  questions: Question[],
): RepeatingGroup | undefined {
  for (const question of questions)
    if (question.type === "group") return question;
  return undefined;
}

/** The questions that are asked again with it for each of several things; none where it is no such group. */
export function membersOf(question: Question): Question[] {
  return findGroupQuestion([question])?.questions ?? [];
}

/** Whether it is answered out of what the form offers, as a choice or a day, and not in a person's own words. */
export function isFixedAnswer(question: Question): boolean {
  const { prose, imported } = questionTypeOf(question);
  return prose === "none" && imported !== undefined;
}

/** Whether its answer comes by other ways than fields of its page. */
export function hasNoFields(question: Question): boolean {
  return questionTypeOf(question).form.names(question.id).length === 0;
}

export function takesFiles(question: Question): boolean {
  return questionTypeOf(question).takesFiles;
}

/** Whether its limits leave no number or no day; what today is to a limit, each day is another answer. */
export function hasEmptyRange(question: Question): boolean {
  if (question.type === "whole-number")
    return question.most !== undefined && question.least > question.most;
  if (question.type !== "date") return false;
  const { earliest, latest } = question;
  const isFixed = earliest !== "today" && latest !== "today";
  return isFixed && (earliest ?? "") > (latest ?? "9999-12-31");
}

/** Whether it is answered by a number, which rules can compare. */
export function isNumber(question: Question): boolean {
  return question.type === "whole-number";
}

/** Which of the numbers that a question takes a rule asks for; "some" of what is no number. */
export function numbersMeant(
  question: Question,
  comparison: Comparison,
): "all" | "none" | "some" {
  return question.type === "whole-number"
    ? numbersMeantOf(question, comparison)
    : "some";
}

/** Whether the answer goes to the identity store: by the definition's flag or by the type's nature. */
export function isIdentifying(question: Question): boolean {
  return (
    question.identifying ||
    questionTypeOf(question).visibility.identifyingByNature
  );
}

/** Whether something was answered, fitting or not: blanks alone are nothing. */
export function isAnswered(
  question: Question,
  answer: AnswerValue | undefined,
): boolean {
  if (answer === givenApart) return true;
  return (
    questionTypeOf(question).checkLine(question, answer, "en") !== undefined
  );
}

/**
 * What a search for words finds of an answer.
 *
 * @param text as it was frozen
 */
export function ownWordsOf(
  question: Question | undefined,
  value: AnswerValue | undefined,
  text: string,
): string {
  const own = question ? questionTypeOf(question).ownWords : "all";
  if (own === "all") return text;
  return own === "none" || value === undefined ? "" : own(value);
}

/** The choices of a question with their words in every language; none where it has no choices. */
export function labelsOfChoices(
  question: Question,
): { value: string; labels: string[] }[] {
  if (!("choices" in question)) return [];
  return question.choices.map(({ value, label }) => ({
    value,
    labels: languages.flatMap((language) => label[language] || []),
  }));
}

/** Whether a rule's comparison holds of an answer as it was typed; `question` is undefined where it is not asked. */
export function holdsComparison(
  comparison: Comparison,
  question: Question | undefined,
  answer: AnswerValue | undefined,
): boolean {
  const isThere = question !== undefined && isAnswered(question, answer);
  const { operator } = comparison;
  if (operator === "answered") return isThere;
  if (operator === "not-answered") return !isThere;
  if (!isThere || answer === undefined) return operator === "is-not";
  const compared = questionTypeOf(question).comparison;
  if (!compared) return false;
  return compared.holds(question, answer, comparison);
}

/**
 * The answers to a question that these comparisons can tell apart, as somebody
 * could have given them; among them none at all, where it is not required.
 */
export function triedAnswers(
  question: Question,
  comparisons: Comparison[],
): (AnswerValue | undefined)[] {
  const compared = questionTypeOf(question).comparison;
  const given = compared?.tried(question, comparisons) ?? [givenApart];
  return question.required ? given : [...given, undefined];
}
