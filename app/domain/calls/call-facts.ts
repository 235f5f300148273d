import { askedQuestions, questionsOf } from "./asked-pages.ts";
import type { CallDefinition } from "./definition.ts";
import { isIdentifying } from "./question-types/question-types.ts";

/** Whether a form wants to know who answers. */
export type AsksWho = "never" | "if-you-like" | "always";

export type CallFacts = {
  minutes: number | undefined;
  questionCount: number;
  /** Some of them are asked of some people only. */
  isUpTo: boolean;
  /** Of those that everybody is asked. */
  requiredCount: number;
  asksWho: AsksWho;
};

/** What somebody wants to know of a form before they begin; counted, not written, so that it is true. */
export function callFacts(definition: CallDefinition): CallFacts {
  const questions = questionsOf(definition);
  const atFirst = askedQuestions(definition, {});
  const identifying = questions.filter(isIdentifying);
  return {
    minutes: definition.minutes,
    questionCount: questions.length,
    isUpTo: atFirst.length < questions.length,
    requiredCount: atFirst.filter(({ question }) => question.required).length,
    asksWho:
      identifying.length === 0
        ? "never"
        : identifying.some(({ required }) => required)
          ? "always"
          : "if-you-like",
  };
}
