import { z } from "zod";
import type { CallDefinition } from "../calls/definition.ts";
import { questionTypeOf } from "../calls/question-types/question-types.ts";
import { responseChannels } from "../responses/responses.ts";
import {
  dayFormats,
  type GuessedColumns,
  questionsOfColumns,
} from "./guess-columns.ts";
import { readWallTime } from "./import-dates.ts";
import type { AnswerSource, ImportMap } from "./import-map.ts";

/** What is wrong with what is said of the columns; the words are the screen's. */
export type ColumnProblem =
  | "no-channel"
  | "no-received"
  | "no-day"
  | "no-format"
  | "no-answers"
  | "column-used-twice"
  | "no-such-column";

/** Of the form that brings a table; its file comes beside the fields. */
export const importUploadSchema = z.object({
  call: z.string("no-call").max(100),
  /** Of a workbook of which several have rows: which one is meant. */
  sheet: z.string().max(100).default(""),
  /** The key of a file that waits since the form came back. */
  heldFile: z.string().max(40).default(""),
});

const seen = z.coerce.number().int().min(0);

/** Of the form on a table's page. */
export const importStepSchema = z.object({
  step: z.enum(["import", "discard", "files"]),
  /** The version of the table that was shown. */
  seen,
});

/** Of the form that takes an import back. */
export const undoStepSchema = z.object({
  seen,
  /** How many of its responses the page said were worked on. */
  workedOn: seen,
});

const problem = (reason: ColumnProblem) => reason;
/** The place of a column, from 0; empty for none. */
const column = z.string().max(4).default("");

/** A field for each question of a call. */
export const answerField = (questionId: string) => `answer-${questionId}`;

const fixedFields = {
  channel: z.enum(responseChannels, problem("no-channel")).exclude(["web"], {
    error: problem("no-channel"),
  }),
  received: column,
  sameDay: z.string().max(20).default(""),
  format: z.enum(dayFormats).optional(),
  sourceId: column,
  files: column,
};

/** Of the form in which somebody says what the columns of a table are. */
export function columnsSchema(definition: CallDefinition) {
  const answers = questionsOfColumns(definition).map(
    ({ id }) => [answerField(id), column] as const,
  );
  return z.object({ ...fixedFields, ...Object.fromEntries(answers) });
}

type FixedFields = z.output<z.ZodObject<typeof fixedFields>>;
export type SaidColumns = FixedFields & Record<string, string | undefined>;

type RefusedColumns = { ok: false; field: string; problem: ColumnProblem };
export type MapOutcome = { ok: true; map: ImportMap } | RefusedColumns;

/** Makes what was said of the columns into a map, or says which field stands in the way. */
export function makeMap(
  definition: CallDefinition,
  headings: string[],
  said: SaidColumns,
): MapOutcome {
  const headingAt = (place: string | undefined) =>
    place === undefined || place === "" ? undefined : headings[Number(place)];
  const received = readReceived(headingAt(said.received), said);
  if (!received.ok) return received;
  const { receivedAt } = received;
  const read = readAnswerColumns(definition, headingAt, said);
  if (!read.ok) return read;
  const sourceId = headingAt(said.sourceId);
  const files = headingAt(said.files);
  const isAnswer = Object.values(read.answers).some(
    ({ column }) => column === files,
  );
  if (isAnswer) return no("files", "column-used-twice");
  return {
    ok: true,
    map: {
      channel: said.channel,
      language: "en",
      receivedAt,
      ...(sourceId !== undefined && { sourceId }),
      ...(files !== undefined && { files }),
      answers: read.answers,
      skipWhenEmpty: [],
      emptyValues: [],
      delimiter: ",",
    },
  };
}

const timeOfDay = "12:00";

type AnswerColumns =
  { ok: true; answers: Record<string, AnswerSource> } | RefusedColumns;

function readAnswerColumns(
  definition: CallDefinition,
  headingAt: (place: string | undefined) => string | undefined,
  said: SaidColumns,
): AnswerColumns {
  const answers: Record<string, AnswerSource> = {};
  const used = new Set<string>();
  for (const question of questionsOfColumns(definition)) {
    const field = answerField(question.id);
    const place = said[field];
    if (!place) continue;
    const column = headingAt(place);
    if (column === undefined) return no(field, "no-such-column");
    if (used.has(column)) return no(field, "column-used-twice");
    used.add(column);
    const needsFormat = questionTypeOf(question).imported?.needsFormat;
    if (needsFormat && !said.format) return no("format", "no-format");
    const format = needsFormat ? said.format : undefined;
    answers[question.id] = { column, ...(format && { format }) };
  }
  if (used.size === 0) return no("answers", "no-answers");
  return { ok: true, answers };
}

const no = (field: string, problem: ColumnProblem) =>
  ({ ok: false, field, problem }) as const;

type Received =
  { ok: true; receivedAt: ImportMap["receivedAt"] } | RefusedColumns;

function readReceived(column: string | undefined, said: SaidColumns): Received {
  if (column !== undefined) {
    const { format } = said;
    if (!format) return no("format", "no-format");
    return { ok: true, receivedAt: { column, format, timeOfDay } };
  }
  if (said.sameDay.trim() === "") return no("received", "no-received");
  const day = readWallTime(said.sameDay, "d/M/yyyy");
  if (!day) return no("sameDay", "no-day");
  const two = (number: number) => String(number).padStart(2, "0");
  const date = `${day.year}-${two(day.month)}-${two(day.day)}`;
  return { ok: true, receivedAt: { date, timeOfDay } };
}

/** What the form shows before anybody has said anything, or what was said last. */
export function fieldsOf(
  headings: string[],
  guess: GuessedColumns,
  map: ImportMap | undefined,
): Record<string, string> {
  const placeOf = (column: string | undefined) => {
    const at = column === undefined ? -1 : headings.indexOf(column);
    return at < 0 ? "" : String(at);
  };
  if (!map)
    return {
      ...guessedPlaces(guess),
      format: guess.format ?? dayFormats[0],
      ...Object.fromEntries(
        Object.entries(guess.answers).map(([id, at]) => [
          answerField(id),
          String(at),
        ]),
      ),
    };
  const { receivedAt } = map;
  return {
    channel: map.channel,
    sourceId: placeOf(map.sourceId),
    files: placeOf(map.files),
    ...("date" in receivedAt
      ? { received: "", sameDay: asTyped(receivedAt.date) }
      : {
          received: placeOf(receivedAt.column),
          format: receivedAt.format,
        }),
    ...Object.fromEntries(
      Object.entries(map.answers).map(([id, source]) => [
        answerField(id),
        placeOf(source.column),
      ]),
    ),
  };
}

const guessedPlaces = ({ received, sourceId, files }: GuessedColumns) => ({
  received: String(received ?? ""),
  sourceId: String(sourceId ?? ""),
  files: String(files ?? ""),
});

const asTyped = (date: string) => date.split("-").reverse().join("/");
