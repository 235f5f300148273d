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
import { readWallTime, toInstant } from "./import-dates.ts";
import type { AnswerSource, ImportMap } from "./import-map.ts";

/** One row of a file, ready for intake. */
export type ImportRow = {
  answers: Answers;
  receivedAt: Date;
  sourceKey?: string;
};

export type RowReading =
  | { kind: "row"; row: ImportRow }
  | { kind: "left-out" }
  | { kind: "refused"; reason: string };

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
  const reading = { language: map.language, messages };
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

const refused = (reason: string) => ({ kind: "refused" as const, reason });
const maxSourceKeyCharacters = 200;

/**
 * Makes a row of cells into answers by the map. A required answer that is not
 * there is no refusal, because the other channel did not ask for it; a choice
 * that the question does not have is, and so is a row without any answer.
 */
export function readRow(cells: string[], rules: RowRules): RowReading {
  const { map, columns } = rules;
  if (cells.length !== columns.length)
    return refused(
      `has ${cells.length} cells where the heading has ${columns.length}`,
    );
  const cellOf = (column: string) =>
    meaningOf(cells[columns.indexOf(column)] ?? "", map);
  if (
    map.skipWhenEmpty.length > 0 &&
    map.skipWhenEmpty.every((column) => cellOf(column) === "")
  )
    return { kind: "left-out" };
  const received = readReceivedAt(cellOf, rules);
  if ("reason" in received) return refused(received.reason);
  const sourceKey =
    map.sourceId === undefined ? undefined : cellOf(map.sourceId);
  if (sourceKey === "") return refused(`"${map.sourceId}" is empty`);
  if (sourceKey && sourceKey.length > maxSourceKeyCharacters)
    return refused(
      `"${map.sourceId}" is longer than ${maxSourceKeyCharacters} characters`,
    );
  const read = readAnswers(cellOf, rules);
  if ("reason" in read) return refused(read.reason);
  const { answers } = read;
  if (Object.keys(answers).length === 0) return refused("has no answer");
  return {
    kind: "row",
    row: {
      answers,
      ...received,
      ...(sourceKey !== undefined && { sourceKey }),
    },
  };
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
): { receivedAt: Date } | { reason: string } {
  const isFixed = "date" in receivedAt;
  const text = isFixed ? receivedAt.date : cellOf(receivedAt.column);
  const format = isFixed ? "yyyy-MM-dd" : receivedAt.format;
  const what = isFixed ? "receivedAt" : `"${receivedAt.column}"`;
  if (text === "") return { reason: `${what} is empty` };
  const wall = readWallTime(text, format);
  if (!wall)
    return { reason: `${what} is "${shorten(text)}", not a date as ${format}` };
  const at = toInstant(wall, receivedAt.timeOfDay);
  if (at <= now) return { receivedAt: at };
  const startsAt = toInstant(
    { ...wall, hour: 0, minute: 0, hasTime: true },
    "",
  );
  // Something that came today, by a map that takes midday for every day.
  if (!wall.hasTime && startsAt <= now) return { receivedAt: now };
  return {
    reason: `${what} is "${shorten(text)}", which is in the future`,
  };
}

function readAnswers(
  cellOf: CellOf,
  rules: RowRules,
): { answers: Answers } | { reason: string } {
  const answers: Answers = {};
  for (const { question, source, schema, imported } of rules.questions) {
    const cell = cellOf(source.column);
    if (cell === "") continue;
    const { values, separator = ";", format = "" } = source;
    const raw = imported.read(question, cell, {
      mapped: (text) => mappedValue(values, text),
      separator,
      readDay: (text) => readDay(text, format),
    });
    if (raw === undefined)
      return {
        reason: `"${source.column}" is "${shorten(cell)}", no ${imported.expected} of the question "${question.id}"`,
      };
    const parsed = schema.safeParse(raw);
    if (!parsed.success) {
      const message = parsed.error.issues[0]?.message ?? "does not fit";
      return { reason: `"${source.column}": ${message}` };
    }
    if (parsed.data !== undefined) answers[question.id] = parsed.data;
  }
  return { answers };
}

/** A day as the question's own type takes it. */
function readDay(text: string, format: string) {
  const wall = readWallTime(text, format);
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
