import type { CallDefinition } from "../calls/definition.ts";
import { questionsOf } from "../calls/asked-pages.ts";
import {
  type Question,
  questionTypeOf,
} from "../calls/question-types/question-types.ts";
import type { Language } from "../calls/languages.ts";
import { isDayNumber, readWallTime } from "./import-dates.ts";

/** How dates in a column may be written; the first that fits all is guessed. */
export const dayFormats = [
  "dd/MM/yyyy",
  "d/M/yyyy",
  "yyyy-MM-dd",
  "yyyy-MM-dd HH:mm",
  "yyyy-MM-dd HH:mm:ss",
  "dd/MM/yyyy HH:mm",
  "d.M.yyyy",
  "M/d/yyyy",
] as const;
export type DayFormat = (typeof dayFormats)[number];

/** The questions whose answers can stand in a column. */
export function questionsOfColumns(definition: CallDefinition): Question[] {
  return questionsOf(definition).filter(
    (question) => questionTypeOf(question).imported,
  );
}

export type GuessedColumns = {
  /** Question id to the place of its column, from 0. */
  answers: Record<string, number>;
  received: number | undefined;
  sourceId: number | undefined;
  /** Of the names of files. */
  files: number | undefined;
  format: DayFormat | undefined;
};

type Sample = { headings: string[]; rows: string[][] };

/**
 * Guesses by their headings which columns answer which questions: a heading that
 * is a question's words or its id, or the beginning of either. No column is
 * guessed for two questions.
 */
export function guessColumns(
  definition: CallDefinition,
  { headings, rows }: Sample,
): GuessedColumns {
  const keys = headings.map(keyOf);
  const taken = new Set<number>();
  const take = (isIt: (key: string) => boolean) => {
    const at = keys.findIndex((key, place) => !taken.has(place) && isIt(key));
    if (at < 0) return undefined;
    taken.add(at);
    return at;
  };
  const answers: Record<string, number> = {};
  const questions = questionsOfColumns(definition);
  for (const fits of [isSame, isBeginning])
    for (const question of questions) {
      if (question.id in answers) continue;
      const names = namesOf(question);
      const at = take((key) => names.some((name) => fits(key, name)));
      if (at !== undefined) answers[question.id] = at;
    }
  const received = take((key) => /received|arrived|^date|date$/.test(key));
  const sourceId = take((key) =>
    /^(no|number|nr|id|ref|reference|row)$|(id|ref|number)$/.test(key),
  );
  const files = take((key) =>
    /^(files?|attach(ments?|edfiles?)|enclosures?)$|filenames?$/.test(key),
  );
  const cells = rows.map((row) => row[received ?? -1] ?? "");
  return { answers, received, sourceId, files, format: guessDayFormat(cells) };
}

const isSame = (key: string, name: string) => key !== "" && key === name;
const fewestLetters = 4;
const isBeginning = (key: string, name: string) =>
  key.length >= fewestLetters &&
  name.length >= fewestLetters &&
  (name.startsWith(key) || key.startsWith(name));

function namesOf(question: Question): string[] {
  const labels = Object.keys(question.label) as Language[];
  return [
    keyOf(question.id),
    ...labels.map((language) => keyOf(question.label[language] ?? "")),
  ];
}

const keyOf = (words: string) =>
  words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** The first way of writing a date that all cells fit; blank ones and bare numbers of days say nothing. */
export function guessDayFormat(cells: string[]): DayFormat | undefined {
  const written = cells.filter(
    (cell) => cell.trim() !== "" && !isDayNumber(cell),
  );
  if (written.length === 0) return undefined;
  return dayFormats.find((format) =>
    written.every((cell) => readWallTime(cell, format)),
  );
}
