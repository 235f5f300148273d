import type { WorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import { optionsOfQuestion } from "#app/domain/calls/authoring/typed-options.ts";
import { questionSettings } from "#app/domain/calls/authoring/question-forms.ts";
import type { Question } from "#app/domain/calls/question-types/question-types.ts";
import { factsOfQuestion, settingWords } from "./question-facts.ts";

/** A question that comes or goes, as one reads it and not field by field. */
export type WholeQuestion = {
  isNew: boolean;
  label: string;
  hint: string | undefined;
  /** How it is answered, and the marks that are on. */
  facts: string[];
  options: string[];
};

/** A page's question, where it stands there in a copy; of questions asked several times, the outer one. */
export function questionOn(
  { pages }: WorkingCopy,
  pageId: string | undefined,
  questionId: string | undefined,
): Question | undefined {
  return pages
    .find(({ key }) => key === pageId)
    ?.body.questions.find(({ id }) => id === questionId);
}

/** Undefined where it stands on its page before and after. */
export function wholeQuestion(
  before: Question | undefined,
  after: Question | undefined,
): WholeQuestion | undefined {
  const question = after ?? before;
  if (!question || (before && after)) return undefined;
  const marks = questionSettings.filter(
    (name) => name !== "required" && question[name],
  );
  return {
    isNew: after !== undefined,
    ...{ label: question.label.en, hint: question.hint?.en },
    facts: [
      factsOfQuestion(question),
      ...marks.map((name) => settingWords[name].label),
    ],
    options: optionsOfQuestion(question).map(({ label }) => label.en),
  };
}

/** Whether a whole question says it already, so that it does not stand in a line of its own. */
export function isSaidByWhole(path: readonly string[]): boolean {
  const [first = "", ...rest] = path;
  if (questionSettings.some((name) => name === first)) return true;
  if (first === "label" || first === "hint") return rest[0] === "en";
  return (
    (first === "choices" || first === "topics") &&
    rest[1] === "label" &&
    rest[2] === "en"
  );
}
