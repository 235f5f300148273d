import { z } from "zod";
import { questionsOf } from "../calls/asked-pages.ts";
import type { CallDefinition } from "../calls/definition.ts";
import { languages } from "../calls/languages.ts";
import { questionTypeOf } from "../calls/question-types/question-types.ts";
import { namesADay } from "./import-dates.ts";
import type { MapFormProblem, MapProblem } from "./import-refusals.ts";
import { responseChannels } from "../responses/responses.ts";

const column = z.string().max(500);
const dayFormat = z
  .string()
  .max(40)
  .refine(namesADay, "not-a-day-format" satisfies MapFormProblem);
const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not-a-time" satisfies MapFormProblem);

const answerSource = z.strictObject({
  column,
  /** What a cell says and the value of the choice it stands for. */
  values: z.record(z.string(), z.string()).optional(),
  /** Between the choices of a question that takes several. */
  separator: z.string().min(1).max(5).optional(),
  /** Of a question for a date. */
  format: dayFormat.optional(),
});

export type AnswerSource = z.infer<typeof answerSource>;

const columnOrSource = z.union([
  column.transform((name): AnswerSource => ({ column: name })),
  answerSource,
]);

/** Which column of a file answers which question, and how its rows came in. */
export const importMapSchema = z.strictObject({
  channel: z.enum(responseChannels).exclude(["web"]),
  language: z.enum(languages).default("en"),
  /** Dates are London's; one without a time of day counts as midday, so that it is the same day everywhere in the year. */
  receivedAt: z.union([
    z.strictObject({
      column,
      format: dayFormat,
      timeOfDay: timeOfDay.default("12:00"),
    }),
    z.strictObject({
      date: z.iso.date(),
      timeOfDay: timeOfDay.default("12:00"),
    }),
  ]),
  /** The column with the other channel's own number: a row that came in before is noticed by it. */
  sourceId: column.optional(),
  /** The column that names the files which came with each; names are parted by ";" or "|". */
  files: column.optional(),
  answers: z
    .record(z.string(), columnOrSource)
    .refine(
      (answers) => Object.keys(answers).length > 0,
      "no-answers" satisfies MapFormProblem,
    ),
  /** A row in which all of these are empty is left out and counted; it is not refused. */
  skipWhenEmpty: z.array(column).default([]),
  /** Cells that mean nothing, such as "n/a", whatever their case. */
  emptyValues: z.array(z.string().max(200)).default([]),
  delimiter: z.enum([",", ";", "\t"]).default(","),
});

export type ImportMap = z.infer<typeof importMapSchema>;

/** What stands between a map and its file: questions that are not there, columns that are not there. */
export function checkMap(
  map: ImportMap,
  { definition, columns }: { definition: CallDefinition; columns: string[] },
): MapProblem[] {
  const questions = questionsOf(definition);
  const problems: MapProblem[] = [];
  for (const [questionId, source] of Object.entries(map.answers)) {
    const question = questions.find(({ id }) => id === questionId);
    const imported = question && questionTypeOf(question).imported;
    if (!question) problems.push({ reason: "no-question", questionId });
    else if (!imported)
      problems.push({ reason: "question-for-files", questionId });
    else if (imported.needsFormat && !source.format)
      problems.push({ reason: "format-missing", questionId });
  }
  for (const column of columnsOf(map)) {
    const count = columns.filter((candidate) => candidate === column).length;
    if (count === 0) problems.push({ reason: "no-column", column });
    if (count > 1) problems.push({ reason: "column-twice", column, count });
  }
  return problems;
}

function columnsOf(map: ImportMap): string[] {
  const names = [
    ...Object.values(map.answers).map((source) => source.column),
    ...map.skipWhenEmpty,
    ...(map.sourceId === undefined ? [] : [map.sourceId]),
    ...(map.files === undefined ? [] : [map.files]),
    ...("column" in map.receivedAt ? [map.receivedAt.column] : []),
  ];
  return [...new Set(names)];
}
