import { type Comparison, comparisonsOf } from "../conditions.ts";
import type { AskedForm } from "../asked-pages.ts";
import type { Answers } from "../definition.ts";
import {
  givenApart,
  type AnswerValue,
} from "../question-types/question-type.ts";
import {
  type Question,
  triedAnswers,
} from "../question-types/question-types.ts";
import { sampleAnswer } from "../question-types/sample-answers.ts";

/** More combinations than this are not tried. */
export const mostTried = 4_096;

export type Tried = {
  question: Question;
  values: (AnswerValue | undefined)[];
};

/** Of each question the answers that these comparisons tell apart, in the order of the questions. */
export function toldApart(
  questions: Question[],
  comparisons: Comparison[],
): Tried[] {
  const byQuestion = new Map<string, Comparison[]>();
  for (const one of comparisons)
    byQuestion.set(one.question, [
      ...(byQuestion.get(one.question) ?? []),
      one,
    ]);
  return questions.flatMap((question) => {
    const own = byQuestion.get(question.id);
    return own ? [{ question, values: triedAnswers(question, own) }] : [];
  });
}

/** All that the rules of a form's pages look at. */
export function triedIn({ pages, conditions }: AskedForm): Tried[] {
  const used = new Set(pages.flatMap(({ showIf }) => showIf ?? []));
  const comparisons = [...used].flatMap((id) => comparisonsOf(id, conditions));
  return toldApart(
    pages.flatMap(({ questions }) => questions),
    comparisons,
  );
}

/** How many combinations there are: a number too large to count is as good as any other. */
export function countCombinations(tried: Tried[]): number {
  return tried.reduce((all, { values }) => all * values.length, 1);
}

/** One of them, by its number from 0. */
export function nthCombination(tried: Tried[], nth: number): Answers {
  const answers: Answers = {};
  let rest = nth;
  for (const { question, values } of tried) {
    answers[question.id] = values[rest % values.length];
    rest = Math.floor(rest / values.length);
  }
  return answers;
}

/** The same as somebody could type it: where only that there is an answer was tried, with a made-up one. */
export function asTyped(
  tried: Tried[],
  combination: Answers,
  today: string,
): Answers {
  return Object.fromEntries(
    tried.map(({ question }) => {
      const value = combination[question.id];
      const typed =
        value === givenApart ? sampleAnswer(question, today) : value;
      return [question.id, typed];
    }),
  );
}
