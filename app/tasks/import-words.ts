import type { z } from "zod";
import type {
  FileFault,
  MapFormProblem,
  MapProblem,
  RowRefusal,
} from "#app/domain/imports/import-refusals.ts";

/*
 * What is said at the command line of a map, a file and its rows. The import's
 * page, once there is one, says it beside a field, in words of its own.
 */

const mapFormProblems: Record<MapFormProblem, string> = {
  "not-a-day-format": "needs a day, a month and a year, like dd/MM/yyyy",
  "not-a-time": "is a time like 17:00",
  "no-answers": "maps no question",
};

/** A fault of the map's own form; one that is Zod's comes in Zod's words. */
export function describeMapFault({ path, message }: z.core.$ZodIssue): string {
  const words: Record<string, string> = mapFormProblems;
  return `${path.join(".")}: ${words[message] ?? message}`;
}

export function describeMapProblem(problem: MapProblem): string {
  switch (problem.reason) {
    case "file-empty":
      return "The file is empty";
    case "other-delimiter":
      return `The file's cells seem to be parted by ${problem.delimiter === "\t" ? "tabs" : `"${problem.delimiter}"`}: say so in the map's delimiter`;
    case "no-question":
      return `The call has no question "${problem.questionId}"`;
    case "question-for-files":
      return `"${problem.questionId}" asks for files: they cannot come from a column`;
    case "format-missing":
      return `"${problem.questionId}" asks for a date: its column needs a format`;
    case "no-column":
      return `The file has no column "${problem.column}"`;
    case "column-twice":
      return `The file has ${problem.count} columns "${problem.column}"`;
  }
}

export function describeFileFault(fault: FileFault): string {
  switch (fault.reason) {
    case "quote-not-closed":
      return `The row that begins on line ${fault.line} has a quote that is opened and not closed.`;
    case "quote-misplaced":
      return `The row that begins on line ${fault.line} has a quote in a place where CSV has none. A quote inside a cell is doubled, and the cell stands in quotes.`;
    case "not-utf-8":
      return "The file is not UTF-8. In Excel, save it as “CSV UTF-8”.";
  }
}

const expectedWords = {
  choice: "choice",
  day: "date in its format",
  text: "text",
} as const;

/** What follows the number of the row's line. */
export function describeRowRefusal(refusal: RowRefusal): string {
  if (refusal.reason === "cell-count")
    return `has ${refusal.count} cells where the heading has ${refusal.headingCount}`;
  if (refusal.reason === "no-answer") return "has no answer";
  const { column } = refusal;
  const place = column === undefined ? "receivedAt" : `"${column}"`;
  switch (refusal.reason) {
    case "empty":
      return `${place} is empty`;
    case "too-long":
      return `${place} is longer than ${refusal.mostCharacters} characters`;
    case "not-a-day":
      return `${place} is "${refusal.cell}", not a date as ${refusal.format}`;
    case "in-future":
      return `${place} is "${refusal.cell}", which is in the future`;
    case "not-expected":
      return `${place} is "${refusal.cell}", no ${expectedWords[refusal.expected]} of the question "${refusal.questionId}"`;
    case "answer-refused":
      return `${place}: ${refusal.message ?? "does not fit"}`;
    case "same-as-line":
      return `${place} is the same as on line ${refusal.line}`;
    case "too-many-files":
    case "file-missing":
    case "file-unsure":
    case "file-refused":
    case "file-of-line":
      return `${place} names files, which this command does not bring: upload the table and their ZIP on the review's own page`;
    case "came-in-before":
      return `${place} came in before, as ${refusal.reference}`;
  }
}
