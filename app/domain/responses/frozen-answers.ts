import { questionsOf } from "../calls/asked-pages.ts";
import type { Answers, CallDefinition } from "../calls/definition.ts";
import type { EvidenceLabels } from "../calls/evidence-items/describe-item.ts";
import type { Language } from "../calls/languages.ts";
import type { AnswerValue } from "../calls/question-types/question-type.ts";
import {
  isIdentifying,
  questionTypeOf,
} from "../calls/question-types/question-types.ts";
import { ownValue } from "../text/own-value.ts";

const excerptCharacters = 160;

export type FrozenAnswer = {
  questionId: string;
  /** Of the question in its definition, from 0. */
  position: number;
  prose: "long" | "short" | "none";
  value: AnswerValue;
  text: string;
};

export type FrozenAnswers = {
  answers: FrozenAnswer[];
  /** Answers to identifying questions: for the identity store and nowhere else. */
  identities: { questionId: string; value: AnswerValue }[];
  wordCount: number;
  excerpt: string;
};

/**
 * Parts parsed answers into what is read and what is kept apart, and fixes the
 * text that passages point into. What a form did not ask has been left out
 * before; what came by another channel was asked there, whatever the form's
 * conditions say.
 */
export function freezeAnswers(
  definition: CallDefinition,
  answers: Answers,
  language: Language,
  labels?: EvidenceLabels,
): FrozenAnswers {
  const frozen: FrozenAnswer[] = [];
  const identities: FrozenAnswers["identities"] = [];
  for (const [position, question] of questionsOf(
    definition,
    answers,
  ).entries()) {
    const value = ownValue(answers, question.id);
    if (value === undefined) continue;
    if (isIdentifying(question))
      identities.push({ questionId: question.id, value });
    else
      frozen.push({
        questionId: question.id,
        position,
        prose: questionTypeOf(question).prose,
        value,
        text: questionTypeOf(question).searchText(
          question,
          value,
          language,
          labels,
        ),
      });
  }
  return { answers: frozen, identities, ...summariseAnswers(frozen) };
}

/** What the queue tells of answers in the order of their form. */
export function summariseAnswers(
  answers: Pick<FrozenAnswer, "prose" | "text">[],
): Pick<FrozenAnswers, "wordCount" | "excerpt"> {
  const typed = answers.filter(({ prose }) => prose !== "none");
  return {
    wordCount: typed.reduce((sum, answer) => sum + countWords(answer.text), 0),
    excerpt: excerptOf(answers),
  };
}

/** Words as a reader counts them: "what's" and "well-kept" are one each. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’‑-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** How answers in the order of their form begin, in one line. */
export function excerptOf(
  answers: Pick<FrozenAnswer, "prose" | "text">[],
): string {
  const first =
    answers.find(({ prose }) => prose === "long") ??
    answers.find(({ prose }) => prose === "short") ??
    answers[0];
  const line = beginningOf(first?.text ?? "", (excerptCharacters + 1) * 2);
  const characters = Array.from(line);
  if (characters.length <= excerptCharacters) return line;
  return `${characters.slice(0, excerptCharacters).join("").trimEnd()}…`;
}

/** A text in one line with single spaces: as much of it as `length` says, or all. */
function beginningOf(text: string, length: number): string {
  let line = "";
  for (const [word] of text.matchAll(/\S+/g)) {
    line += line === "" ? word : ` ${word}`;
    if (line.length >= length) break;
  }
  return line.slice(0, length);
}
