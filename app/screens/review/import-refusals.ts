import type {
  MapProblem,
  RowRefusal,
} from "#app/domain/imports/import-refusals.ts";
import type { WorkRefusal } from "#app/domain/imports/import-files.ts";
import type { TableFault } from "#app/domain/imports/table-file.ts";
import { maxTableBytes } from "#app/domain/imports/table-file.ts";
import { formatMoment } from "#app/words/review-en/times.ts";
import { inNumbers, plural } from "./counted.ts";
import { describeEnclosureRefusal } from "./enclosures.ts";

/** Why a file is no table that can be taken. */
export function describeTableFault(fault: TableFault): string {
  switch (fault.reason) {
    case "empty":
      return "The file is empty. Choose another";
    case "only-heading":
      return "The file has a heading and no rows below it";
    case "quote-not-closed":
      return `The row that begins on line ${inNumbers(fault.line)} has a quote that is opened and not closed. Correct it and choose the file again`;
    case "quote-misplaced":
      return `The row that begins on line ${inNumbers(fault.line)} has a quote in the middle of a cell. Save the file again from a spreadsheet, which doubles such quotes`;
    case "too-many-rows":
      return `The file has more than ${inNumbers(fault.most)} rows. Split it, or ask whoever runs the server to import it by the command`;
    case "too-many-columns":
      return `The file has more than ${inNumbers(fault.most)} columns. Leave out those that are not needed`;
    case "cell-too-long":
      return `A cell of the row on line ${inNumbers(fault.line)} has more than ${inNumbers(fault.most)} characters`;
    case "no-such-sheet":
      return `There is no sheet of that name. The workbook has: ${fault.sheets.slice(0, 20).join(", ")}`;
    case "locked":
      return "The workbook is locked with a password. Save it without one";
    case "too-big":
      return "The workbook unpacks to more than can be read. Save the sheet as CSV, or split it";
    case "not-workbook":
      return "The workbook is damaged, or is no Excel workbook. Open it in Excel and save it again";
    case "old-excel":
      return "This is an old Excel file (.xls), or one with a password. Save it as .xlsx or CSV, without a password";
    case "not-table":
      return "This is a document or a picture, not a table. Choose a CSV or Excel file (.xlsx)";
  }
}

export const sheetMissing =
  "Choose the sheet that holds the answers: several have rows";

export const tableTooBig = `The file must be smaller than ${maxTableBytes / 1_000_000} MB. Split it, or ask whoever runs the server to import it by the command`;

const expectedWords = {
  choice: "choice",
  day: "date as the columns say",
  text: "text",
} as const;

/** Why a row is not taken, for whoever corrects it. */
export function describeRowRefusal(
  refusal: RowRefusal,
  labelOf: (questionId: string) => string,
): string {
  if (refusal.reason === "cell-count")
    return `It has ${inNumbers(refusal.count)} cells, and the heading has ${inNumbers(refusal.headingCount)}`;
  if (refusal.reason === "no-answer") return "It has no answer to any question";
  const { column } = refusal;
  const place = column === undefined ? "The day" : `“${column}”`;
  switch (refusal.reason) {
    case "empty":
      return `${place} is empty`;
    case "too-long":
      return `${place} is longer than ${inNumbers(refusal.mostCharacters)} characters`;
    case "not-a-day":
      return `${place} says “${refusal.cell}”, which is not a date written as ${refusal.format}`;
    case "in-future":
      return `${place} says “${refusal.cell}”, which is in the future`;
    case "not-expected":
      return `${place} says “${refusal.cell}”, which is no ${expectedWords[refusal.expected]} of “${labelOf(refusal.questionId)}”`;
    case "answer-refused":
      return `${place}: ${refusal.message ?? "it does not fit the question"}`;
    case "same-as-line":
      return `${place} is the same as on line ${inNumbers(refusal.line)}`;
    case "came-in-before":
      return `${place} came in before, as ${refusal.reference}`;
    default:
      return describeEnclosureRefusal(refusal);
  }
}

function describeMapProblem(problem: MapProblem): string {
  switch (problem.reason) {
    case "no-question":
    case "question-for-files":
      return "the call does not ask one of its questions any more";
    case "format-missing":
      return "one of its questions asks for a date now";
    default:
      return "its columns are not those that were there";
  }
}

/** Why the last step with a table came to nothing. */
export function describeWorkRefusal(refusal: WorkRefusal): string {
  switch (refusal.reason) {
    case "map-does-not-fit":
      return `Nothing was imported: ${refusal.problems.slice(0, 1).map(describeMapProblem).join()}. Say again what the columns are.`;
    case "already-imported":
      return `This very file was imported into the call already: ${plural(refusal.rowCount, "row", "rows")}, on ${formatMoment(refusal.importedAt)}. Nothing was imported twice.`;
    case "another-under-way":
      return `Import ${refusal.importId} into this call has not come to its end. Wait for it, then check this file again.`;
    case "rows-refused":
      return "More rows are refused than when this was checked, so nothing was imported. Check the file again.";
    case "nothing-to-import":
      return "No row of the file can be taken, so nothing was imported.";
    case "begun-otherwise":
      return "The call was changed while this was being imported. Ask whoever runs the server to take the import back, then begin again.";
    case "worked-on":
    case "not-found":
    case "already-undone":
      return "What came in with this file was taken back already.";
    case "unreadable":
    case "file-changed":
    case "taken-over":
      return "The work was interrupted. Check the file again.";
  }
}
