import { preferNotToSay } from "../equality.ts";
import { membersOf, type Question } from "../question-types/question-types.ts";
import { optionsOfQuestion } from "./typed-options.ts";

/** The questions among these, and among those that one asks several times, that are sensitive and leave no way to say nothing. */
export function withoutWayOut(questions: readonly Question[]): Question[] {
  return questions
    .flatMap((one) => [one, ...membersOf(one)])
    .filter((one) => one.sensitive && !hasWayOut(one));
}

/** Options once taken cannot be left out again, so one of them has to say it; words can be left out. */
function hasWayOut(question: Question): boolean {
  if (!("choices" in question)) return !question.required;
  return optionsOfQuestion(question).some(
    ({ value, label }) =>
      value === preferNotToSay || /prefer not|rather not/i.test(label.en),
  );
}
