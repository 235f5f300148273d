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
  | { about: "reading-age"; age: number; longest: string[] }
  | { about: "two-questions"; second: string }
  | { about: "double-negative"; begins: string; negatives: string[] }
  | { about: "please"; said: string }
  | { about: "jargon"; term: Jargon; said: string };

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

/** What could be said more plainly in an English text, each with the words it is about; in time that grows with its length. */
export function adviceOn(text: string, isQuestion = false): Advice[] {
  const looked = text.slice(0, mostLooked);
  const sentences = looked
    .split(/[.!?\n]+/)
    .map((sentence) => wordsIn(sentence))
    .filter((words) => words.length > 0);
  return [
    ...sentences.flatMap(adviceOnSentence),
    ...readingAge(sentences),
    ...(isQuestion ? askingTwice(looked) : []),
    ...saysPlease(looked),
    ...jargonIn(looked).map((found) => ({
      ...{ about: "jargon" as const, ...found },
    })),
  ].slice(0, mostOfText);
}

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}'’-]+/gu) ?? [];

const mostOfBeginning = 6;

/** So much that somebody finds the place; one word may be a whole text. */
const mostQuoted = 60;

function beginningOf(words: string[]): string {
  const begins = words.slice(0, mostOfBeginning).join(" ");
  const cut = [...begins.slice(0, mostQuoted)].join("");
  return words.length > mostOfBeginning || cut.length < begins.length
    ? `${cut} …`
    : cut;
}

function adviceOnSentence(words: string[]): Advice[] {
  const begins = beginningOf(words);
  const negatives = words.filter((word) => negative.test(word));
  return [
    ...(words.length > mostWordsInSentence
      ? [{ about: "sentence" as const, words: words.length, begins }]
      : []),
    ...(negatives.length > 1
      ? [
          {
            ...{ about: "double-negative" as const, begins },
            negatives: negatives.slice(0, 2).map((word) => beginningOf([word])),
          },
        ]
      : []),
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
  return age > oldestReadingAge
    ? [{ about: "reading-age", age, longest: longestOf(words) }]
    : [];
}

const fewestLettersOfLong = 9;

/** The longest three, each once, however it is written. */
function longestOf(words: string[]): string[] {
  const long = words.filter(({ length }) => length >= fewestLettersOfLong);
  const each = new Map(long.map((word) => [word.toLowerCase(), word]));
  return [...each.values()]
    .sort((one, other) => other.length - one.length)
    .slice(0, 3)
    .map((word) => beginningOf([word]));
}

/** A second question mark, or a second question behind "and". */
function askingTwice(text: string): Advice[] {
  const [, ...behind] = text.split("?");
  if (behind.length === 0) return [];
  const marked = wordsIn(behind.slice(0, -1).join("?"));
  const joined = text.search(secondAsked);
  const second =
    marked.length > 0 || joined < 0 ? marked : wordsIn(text.slice(joined));
  return second.length > 0
    ? [{ about: "two-questions", second: beginningOf(second) }]
    : [];
}

const secondAsked =
  /\b(?:and|or) (?:what|why|how|when|where|who|which|do|did|does|are|is|was|were|have|has|would|should|could)\b/i;

function saysPlease(text: string): Advice[] {
  const [said] = /\bplease\b/i.exec(text) ?? [];
  return said === undefined ? [] : [{ about: "please", said }];
}
