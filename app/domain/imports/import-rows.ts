import type { z } from "zod";
import {
  type Answers,
  type CallDefinition,
  questionsOf,
} from "../calls/definition.ts";
import { inLanguage } from "../calls/languages.ts";
import type {
  AnswerValue,
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
    if (!source) return [];
    const asked = { ...question, required: false };
    const schema = questionTypeOf(asked).schema(asked, reading);
    return [{ question, source, schema }];
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
  for (const { question, source, schema } of rules.questions) {
    const cell = cellOf(source.column);
    if (cell === "") continue;
    const raw = toRawValue(question, source, cell);
    if (raw === undefined)
      return { reason: unknownValue(question, source.column, cell) };
    const parsed = schema.safeParse(raw);
    if (!parsed.success) {
      const message = parsed.error.issues[0]?.message ?? "does not fit";
      return { reason: `"${source.column}": ${message}` };
    }
    if (parsed.data !== undefined) answers[question.id] = parsed.data;
  }
  return { answers };
}

/** @returns undefined where the cell is no choice of the question, or no date in the map's format. */
function toRawValue(
  question: Question,
  source: AnswerSource,
  cell: string,
): AnswerValue | undefined {
  const { values, separator = ";", format = "" } = source;
  if (question.type === "radios" || question.type === "select")
    return toChoice(question, values, cell);
  if (question.type === "checkboxes") {
    const chosen = cell
      .split(separator)
      .map((one) => one.trim())
      .filter((one) => one !== "")
      .map((one) => toChoice(question, values, one));
    return chosen.every((one) => one !== undefined) ? chosen : undefined;
  }
  if (question.type === "date") {
    const wall = readWallTime(cell, format);
    return (
      wall && {
        day: String(wall.day),
        month: String(wall.month),
        year: String(wall.year),
      }
    );
  }
  return mappedValue(values, cell);
}

/** What the map puts in a cell's place; the cell itself where it says nothing. */
function mappedValue(
  values: Record<string, string> | undefined,
  cell: string,
): string {
  if (!values || !Object.hasOwn(values, cell)) return cell;
  return values[cell] ?? cell;
}

/** By the map, else by the choice's own value or words. */
function toChoice(
  question: Extract<Question, { choices: unknown }>,
  values: Record<string, string> | undefined,
  cell: string,
): string | undefined {
  const said = mappedValue(values, cell).toLowerCase();
  return question.choices.find(
    ({ value, label }) =>
      value === said || inLanguage(label, "en").toLowerCase() === said,
  )?.value;
}

function unknownValue(question: Question, column: string, cell: string) {
  const what = question.type === "date" ? "date in its format" : "choice";
  return `"${column}" is "${shorten(cell)}", no ${what} of the question "${question.id}"`;
}

const shorten = (text: string) =>
  text.length > 60 ? `${Array.from(text).slice(0, 60).join("")}…` : text;
