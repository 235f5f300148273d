import type {
  ImportFile,
  ImportFileState,
  WorkOutcome,
} from "#app/domain/imports/import-files.ts";
import { isAtRest } from "#app/domain/imports/import-files.ts";
import type { DayFormat } from "#app/domain/imports/guess-columns.ts";
import type { ColumnProblem } from "#app/domain/imports/column-forms.ts";
import type { TableNotice } from "#app/domain/imports/table-file.ts";
import { formatMoment } from "#app/words/review-en/times.ts";
import { inNumbers, plural } from "./counted.ts";
import { describeNamedFiles } from "./enclosures.ts";
import { describeWorkRefusal } from "./import-refusals.ts";

type Told = { label: string; colour?: "blue" | "green" | "grey" | "yellow" };

const stateWords: Record<ImportFileState, Told> = {
  uploaded: { label: "Say what the columns are", colour: "yellow" },
  checking: { label: "Being checked", colour: "blue" },
  checked: { label: "Checked", colour: "yellow" },
  importing: { label: "Being imported", colour: "blue" },
  imported: { label: "Imported", colour: "green" },
  undoing: { label: "Being taken back", colour: "blue" },
  undone: { label: "Taken back", colour: "grey" },
};

export const tellState = (state: ImportFileState): Told => stateWords[state];

/** It tells how far the table is: its page is come back to while it is read. */
export const titleOfImport = ({
  name,
  state,
}: Pick<ImportFile, "name" | "state">) =>
  `Import: ${name} (${tellState(state).label.toLowerCase()})`;

/** A line of the list of tables. */
export function describeImportFile(file: ImportFile, callName: string) {
  return {
    importFileId: file.importFileId,
    name: file.name,
    callName,
    rows:
      file.rowCount === 0
        ? "Rows deleted,"
        : plural(file.rowCount, "row", "rows"),
    uploaded: formatMoment(file.uploadedAt),
    state: tellState(file.state),
  };
}

/** What is to be known of how a file was read. */
export function describeNotice(notice: TableNotice): string {
  switch (notice.kind) {
    case "mended":
      return `The letters of this file were encoded twice (“cafÃ©” for “café”). ${plural(notice.count, "place was", "places were")} read as they were meant: look at the rows below.`;
    case "doubly-encoded":
      return `${plural(notice.count, "place looks as if its", "places look as if their")} letters were encoded twice (“cafÃ©” for “café”), and others do not. Nothing was changed: look at the rows before you import them.`;
    case "unreadable-characters":
      return `${plural(notice.count, "character", "characters")} of this file cannot be read, and ${notice.count === 1 ? "stands" : "stand"} as “\uFFFD”. Save it as “CSV UTF-8” to keep them.`;
    case "blank-rows":
      return `${plural(notice.count, "blank row was", "blank rows were")} left out.`;
    case "other-sheets":
      return `Only the sheet “${notice.sheet}” was read. The workbook has ${plural(notice.count, "other", "others")}: to read another, upload the file again and choose it.`;
    case "merged-cells":
      return `The sheet has ${plural(notice.count, "merged cell", "merged cells")}: only the first of each has its words, the others are empty.`;
    case "days-from-1904":
      return "This workbook counts days from 1904. In a column of dates give every cell a date’s format first: a bare number would be read as four years too early.";
    case "headings-made":
      return `Headings that were missing, stood twice or were too long are called: ${notice.headings.slice(0, 10).join(", ")}.`;
  }
}

/** What the last step came to, in sentences. */
export function describeOutcome(outcome: WorkOutcome): string[] {
  switch (outcome.kind) {
    case "checked":
      return [
        `${plural(outcome.acceptedCount, "row", "rows")} can be imported.`,
        `${plural(outcome.refusedCount, "row is", "rows are")} refused.`,
        ...(outcome.leftOutCount > 0
          ? [`${plural(outcome.leftOutCount, "row is", "rows are")} blank.`]
          : []),
        ...describeNamedFiles(outcome),
      ];
    case "imported":
      return [
        `${plural(outcome.importedCount, "response", "responses")} came in.`,
        ...(outcome.refusedCount > 0
          ? [
              `${plural(outcome.refusedCount, "row was", "rows were")} left out.`,
            ]
          : []),
      ];
    case "undone":
      return [
        `${plural(outcome.removedCount, "response was", "responses were")} taken back.`,
      ];
    case "refused":
      return [describeWorkRefusal(outcome.refusal)];
  }
}

const workWords: Partial<Record<ImportFileState, string>> = {
  checking: "Every row is being checked. Nothing is imported yet.",
  importing:
    "The rows are being imported. Nobody sees any of them before the last is in.",
  undoing: "What came in with this file is being taken back.",
};

/** What is going on; undefined while nothing is. */
export function describeProgress(
  state: ImportFileState,
  share: number | undefined,
) {
  if (isAtRest(state)) return undefined;
  const percent = share === undefined ? undefined : Math.floor(share * 100);
  const words = workWords[state] ?? "";
  return {
    words: percent === undefined ? words : `${words} ${percent} % is done.`,
    percent,
  };
}

export const tableChangedMeanwhile =
  "Something was done with this file since you opened this page. Look again at where it stands";

/** What taking an import back comes to. */
export function describeUndo(count: number, workedOnCount: number): string[] {
  return [
    `${plural(count, "response", "responses")} that came in with this file will be deleted. The file can be imported again.`,
    workedOnCount === 0
      ? "Nobody has worked on any of them."
      : `The team has worked on ${inNumbers(workedOnCount)} of them: their notes, tags and decisions are deleted too.`,
  ];
}

/** What a button for all good rows says. */
export function tellImport(
  outcome: Extract<WorkOutcome, { kind: "checked" }>,
): string {
  const good = plural(outcome.acceptedCount, "row", "rows");
  return outcome.refusedCount === 0
    ? `Import ${good}`
    : `Import ${good}, leave out ${inNumbers(outcome.refusedCount)}`;
}

export const columnProblems: Record<ColumnProblem, string> = {
  "no-channel": "Choose how these reached the review",
  "no-received": "Choose the column with the day, or enter one day for all",
  "no-day": "Enter a day such as 31/5/2026",
  "no-format": "Choose how dates are written",
  "no-answers": "Choose a column for at least one question",
  "column-used-twice": "This column answers another question already",
  "no-such-column": "Choose a column of this file",
};

const formatExamples: Record<DayFormat, string> = {
  "dd/MM/yyyy": "31/05/2026",
  "d/M/yyyy": "31/5/2026, day first",
  "yyyy-MM-dd": "2026-05-31",
  "yyyy-MM-dd HH:mm": "2026-05-31 14:30",
  "yyyy-MM-dd HH:mm:ss": "2026-05-31 14:30:00",
  "dd/MM/yyyy HH:mm": "31/05/2026 14:30",
  "d.M.yyyy": "31.5.2026",
  "M/d/yyyy": "5/31/2026, month first",
};

export const formatChoices = Object.entries(formatExamples).map(
  ([value, label]) => ({ value, label }),
);

/** How what is imported may have reached the review. */
export const importChannels = [
  { value: "letter", label: "Letter" },
  { value: "email", label: "Email" },
  { value: "phone", label: "Phone call" },
  { value: "meeting", label: "Meeting" },
  { value: "import", label: "Another tool" },
];

/** The sheets of a workbook to choose from. */
export function describeSheets(sheets: { name: string; rows: number }[]) {
  return sheets.map(({ name, rows }) => ({
    value: name,
    label: `${name} (${plural(rows, "row", "rows")})`,
  }));
}
