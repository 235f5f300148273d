import { type Jargon, jargonIn } from "./jargon.ts";

/*
 * Advice on English words, which stands in nobody's way. Sources: sentences of
 * more than 25 words are harder to understand (GOV.UK content design: planning,
 * writing and managing content, "Writing for GOV.UK"); one thing in each
 * question, no double negatives, no "please" (GOV.UK Design System, question
 * pages and error messages; ONS, "Question design principles"); the reading age
 * by the Automated Readability Index of Senter and Smith, AMRL-TR-66-220
 * (1967), which counts letters, words and sentences and needs no syllables.
 */

export type Advice =
  | { about: "sentence"; words: number; begins: string }
  | { about: "reading-age"; age: number }
  | { about: "two-questions" }
  | { about: "double-negative"; begins: string }
  | { about: "please" }
  | { about: "jargon"; term: Jargon };

/** GOV.UK's own limit. */
const mostWordsInSentence = 25;
/** A review asks everybody: what somebody of 14 reads with ease most people do. */
const oldestReadingAge = 14;
/** Of fewer words no index says anything. */
const fewestWordsToRate = 30;
/** A text of a call has no more; what follows is not looked at. */
const mostLooked = 20_000;
/** More advice on one text is not read. */
const mostOfText = 6;

/** What could be said more plainly in a text; in time that grows with its length. */
export function adviceOn(text: string, isQuestion = false): Advice[] {
  const looked = text.slice(0, mostLooked);
  const sentences = looked
    .split(/[.!?\n]+/)
    .map((sentence) => wordsIn(sentence))
    .filter((words) => words.length > 0);
  return [
    ...sentences.flatMap(adviceOnSentence),
    ...readingAge(sentences),
    ...(isQuestion && asksTwice(looked)
      ? [{ about: "two-questions" as const }]
      : []),
    ...(/\bplease\b/i.test(looked) ? [{ about: "please" as const }] : []),
    ...jargonIn(looked).map((term) => ({ about: "jargon" as const, term })),
  ].slice(0, mostOfText);
}

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}'’-]+/gu) ?? [];

const mostOfBeginning = 6;

function adviceOnSentence(words: string[]): Advice[] {
  const begins = words.slice(0, mostOfBeginning).join(" ");
  const negatives = words.filter((word) => negative.test(word)).length;
  return [
    ...(words.length > mostWordsInSentence
      ? [{ about: "sentence" as const, words: words.length, begins }]
      : []),
    ...(negatives > 1 ? [{ about: "double-negative" as const, begins }] : []),
  ];
}

const negative =
  /^(?:not|never|nobody|nothing|none|without|cannot|unless|\w+n['’]t)$/i;

/** As an age, which more people know than a school grade of the United States. */
function readingAge(sentences: string[][]): Advice[] {
  const words = sentences.flat();
  if (words.length < fewestWordsToRate) return [];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const index =
    4.71 * (letters / words.length) +
    0.5 * (words.length / sentences.length) -
    21.43;
  const age = Math.ceil(index) + 5;
  return age > oldestReadingAge ? [{ about: "reading-age", age }] : [];
}

/** Two question marks, or a second question behind "and". */
function asksTwice(text: string): boolean {
  const marks = text.split("?").length - 1;
  return (
    marks > 1 ||
    (marks === 1 &&
      /\b(?:and|or) (?:what|why|how|when|where|who|which|do|did|does|are|is|was|were|have|has|would|should|could)\b/i.test(
        text,
      ))
  );
}
