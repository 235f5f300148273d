import type { z } from "zod";
import { questionsOf } from "../calls/asked-pages.ts";
import type { Answers, CallDefinition } from "../calls/definition.ts";
import type {
  AnswerValue,
  ImportedAnswer,
  QuestionMessages,
} from "../calls/question-types/question-type.ts";
import {
  type Question,
  questionTypeOf,
} from "../calls/question-types/question-types.ts";
import { londonDay } from "../calls/london-time.ts";
import { namesOfFiles } from "./enclosures.ts";
import { readCellDay, toInstant } from "./import-dates.ts";
import type { AnswerSource, ImportMap } from "./import-map.ts";
import type { RowRefusal } from "./import-refusals.ts";

/** One row of a file, ready for intake. */
export type ImportRow = {
  answers: Answers;
  receivedAt: Date;
  sourceKey?: string;
  /** What the row calls the files that came with it. */
  fileNames?: string[];
};

export type RowReading =
  | { kind: "row"; row: ImportRow }
  | { kind: "left-out" }
  | { kind: "refused"; refusal: RowRefusal };

type MappedQuestion = {
  question: Question;
  source: AnswerSource;
  schema: z.ZodType<AnswerValue | undefined>;
  imported: ImportedAnswer<Question>;
};

/** What all rows of a file are read by. */
export type RowRules = {
  map: ImportMap;
  /** The file's headings, in order. */
  columns: string[];
  questions: MappedQuestion[];
  now: Date;
};

/** Makes the schemas once for a file: for each cell they would take longer than all the rest. */
export function makeRowRules(from: {
  map: ImportMap;
  columns: string[];
  definition: CallDefinition;
  messages: QuestionMessages;
  now: Date;
}): RowRules {
  const { map, columns, definition, messages, now } = from;
  const today = londonDay(now);
  const reading = { language: map.language, messages, today };
  const questions = questionsOf(definition).flatMap((question) => {
    const source = map.answers[question.id];
    const { imported } = questionTypeOf(question);
    if (!source || !imported) return [];
    const asked = { ...question, required: false };
    const schema = questionTypeOf(asked).schema(asked, reading);
    return [{ question, source, schema, imported }];
  });
  return { map, columns, questions, now };
}

const refused = (refusal: RowRefusal) => ({
  kind: "refused" as const,
  refusal,
});
const maxSourceKeyCharacters = 200;

/**
 * Makes a row of cells into answers by the map. A required answer that is not
 * there is no refusal, because the other channel did not ask for it; a choice
 * that the question does not have is, and so is a row without any answer.
 */
export function readRow(cells: string[], rules: RowRules): RowReading {
  const { map, columns } = rules;
  if (cells.every((cell) => cell.trim() === "")) return { kind: "left-out" };
  if (cells.length !== columns.length)
    return refused({
      reason: "cell-count",
      count: cells.length,
      headingCount: columns.length,
    });
  const cellOf = (column: string) =>
    meaningOf(cells[columns.indexOf(column)] ?? "", map);
  if (
    map.skipWhenEmpty.length > 0 &&
    map.skipWhenEmpty.every((column) => cellOf(column) === "")
  )
    return { kind: "left-out" };
  const received = readReceivedAt(cellOf, rules);
  if ("reason" in received) return refused(received);
  const sourceKey = readSourceKey(cellOf, map);
  if (typeof sourceKey === "object") return refused(sourceKey);
  const fileNames = map.files ? namesOfFiles(cellOf(map.files)) : [];
  const read = readAnswers(cellOf, rules, fileNames.length > 0);
  if ("reason" in read) return refused(read);
  return {
    kind: "row",
    row: {
      ...read,
      ...received,
      ...(sourceKey !== undefined && { sourceKey }),
      ...(fileNames.length > 0 && { fileNames }),
    },
  };
}

/** The other channel's own number; undefined where the map names no column for it. */
function readSourceKey(
  cellOf: CellOf,
  { sourceId: column }: ImportMap,
): string | undefined | RowRefusal {
  if (column === undefined) return undefined;
  const sourceKey = cellOf(column);
  if (sourceKey === "") return { reason: "empty", column };
  const mostCharacters = maxSourceKeyCharacters;
  return sourceKey.length > mostCharacters
    ? { reason: "too-long", column, mostCharacters }
    : sourceKey;
}

function meaningOf(cell: string, map: ImportMap): string {
  const text = cell.trim();
  const isEmpty = map.emptyValues.some(
    (empty) => empty.toLowerCase() === text.toLowerCase(),
  );
  return isEmpty ? "" : text;
}

type CellOf = (column: string) => string;

function readReceivedAt(
  cellOf: CellOf,
  { map: { receivedAt }, now }: RowRules,
): { receivedAt: Date } | RowRefusal {
  const isFixed = "date" in receivedAt;
  const text = isFixed ? receivedAt.date : cellOf(receivedAt.column);
  const format = isFixed ? "yyyy-MM-dd" : receivedAt.format;
  const column = isFixed ? undefined : receivedAt.column;
  if (text === "") return { reason: "empty", column };
  const cell = shorten(text);
  const wall = readCellDay(text, format);
  if (!wall) return { reason: "not-a-day", column, cell, format };
  const at = toInstant(wall, receivedAt.timeOfDay);
  if (at <= now) return { receivedAt: at };
  const startsAt = toInstant(
    { ...wall, hour: 0, minute: 0, hasTime: true },
    "",
  );
  // Something that came today, by a map that takes midday for every day.
  if (!wall.hasTime && startsAt <= now) return { receivedAt: now };
  return { reason: "in-future", column, cell };
}

function readAnswers(
  cellOf: CellOf,
  rules: RowRules,
  hasFiles: boolean,
): { answers: Answers } | RowRefusal {
  const answers: Answers = {};
  for (const { question, source, schema, imported } of rules.questions) {
    const { column, values, separator = ";", format = "" } = source;
    const cell = cellOf(column);
    if (cell === "") continue;
    const raw = imported.read(question, cell, {
      mapped: (text) => mappedValue(values, text),
      separator,
      readDay: (text) => readDay(text, format),
    });
    if (raw === undefined)
      return {
        reason: "not-expected",
        column,
        cell: shorten(cell),
        expected: imported.expected,
        questionId: question.id,
      };
    const parsed = schema.safeParse(raw);
    if (!parsed.success) {
      const message = parsed.error.issues[0]?.message;
      return { reason: "answer-refused", column, message };
    }
    if (parsed.data !== undefined) answers[question.id] = parsed.data;
  }
  return Object.keys(answers).length === 0 && !hasFiles
    ? { reason: "no-answer" }
    : { answers };
}

/** A day as the question's own type takes it. */
function readDay(text: string, format: string) {
  const wall = readCellDay(text, format);
  return (
    wall && {
      day: String(wall.day),
      month: String(wall.month),
      year: String(wall.year),
    }
  );
}

/** What the map puts in a cell's place; the cell itself where it says nothing. */
function mappedValue(
  values: Record<string, string> | undefined,
  cell: string,
): string {
  if (!values || !Object.hasOwn(values, cell)) return cell;
  return values[cell] ?? cell;
}

const shorten = (text: string) =>
  text.length > 60 ? `${Array.from(text).slice(0, 60).join("")}…` : text;
