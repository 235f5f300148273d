import { createHash } from "node:crypto";
import { foldLetters } from "#app/db/search-folding.ts";
import {
  isEvidence,
  type Question,
  questionTypeOf,
} from "../calls/question-types/question-types.ts";
import { normaliseText } from "../text/foreign-text.ts";
import type { AnswerValue } from "../calls/question-types/question-type.ts";
import { isStockPhrase } from "./stock-phrases.ts";

/** What a response says, as far as another may say the same. */
export type SaidWords = {
  callId: number;
  answers: {
    questionId: string;
    question: Question | undefined;
    value: AnswerValue | undefined;
    text: string;
  }[];
  /** SHA-256 of each of its files. */
  fileHashes: string[];
};

export type WordsKey = {
  /** The same for two that say the same; null where nothing is written or sent. */
  wordsKey: string | null;
  /** Every text is a stock phrase, and nothing else came with it. */
  saysNothing: boolean;
};

export const noWordsKey: WordsKey = { wordsKey: null, saysNothing: false };

/**
 * A text as it is held against another: without case, accents of a keyboard,
 * spaces and punctuation. Signs that say something, as a face does, stay.
 */
export function foldWords(text: string): string {
  return normaliseText(foldLetters(text), "NFKC")
    .toLowerCase()
    .replaceAll(/['’‘]/gu, "")
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{S}]+/gu, " ")
    .trim();
}

const shortKey = 32;

/**
 * The key under which responses with the same words stand together. Free texts,
 * evidence, references and files count to it, what was chosen does not: two who
 * chose differently still say the same words. Of those that say nothing it does
 * not count in which of the stock phrases.
 */
export function keyOfWords({
  callId,
  answers,
  fileHashes,
}: SaidWords): WordsKey {
  const texts = answers.flatMap(({ questionId, question, text }) =>
    isOwnText(question) ? [[questionId, foldWords(text)] as const] : [],
  );
  const evidence = answers.flatMap(({ questionId, question, value }) =>
    question && isEvidence(question) ? [[questionId, value]] : [],
  );
  const isAlone = evidence.length === 0 && fileHashes.length === 0;
  if (texts.length === 0 && isAlone) return noWordsKey;
  const saysNothing = isAlone && texts.every(([, text]) => isStockPhrase(text));
  const said = saysNothing
    ? [callId]
    : [callId, texts, evidence, fileHashes.toSorted()];
  const hash = createHash("sha256").update(JSON.stringify(said));
  return { wordsKey: hash.digest("hex").slice(0, shortKey), saysNothing };
}

/** A date or a number is no more words than a choice. */
function isOwnText(question: Question | undefined): boolean {
  if (question === undefined) return true;
  return questionTypeOf(question).prose !== "none";
}
