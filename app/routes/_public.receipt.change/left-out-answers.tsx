import { AnswerList, type ListedAnswer } from "#app/ui/answer-list.tsx";
import { Part } from "#app/ui/page-parts.tsx";
import type { Words } from "#app/words/words.ts";
import { changeFields } from "./change-fields.ts";

type LeftOutAnswersProps = { answers: ListedAnswer[]; words: Words };

/** The answers that are not part of the response any more with a change, to be read before it is made. */
export function LeftOutAnswers({ answers, words }: LeftOutAnswersProps) {
  if (answers.length === 0) return null;
  const { leavesOutHeading, leavesOutLead } = words.receipt.change;
  return (
    <Part heading={leavesOutHeading}>
      <p className="govuk-body">{leavesOutLead}</p>
      <AnswerList answers={answers} words={words.form} />
    </Part>
  );
}

/** Says in the form of which answers it was read that they are left out. */
export function leftOutMark(answers: { questionId: string }[] = []) {
  const ids = answers.map(({ questionId }) => questionId);
  return { [changeFields.leavesOut]: ids.join(" ") };
}
