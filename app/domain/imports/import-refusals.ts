import type { FileRefusalReason } from "../files/findings.ts";
import type { ExpectedCell } from "../calls/question-types/question-type.ts";

/** Why a map cannot be used at all; the words for each are the command's. */
export type MapFormProblem = "not-a-day-format" | "not-a-time" | "no-answers";

/** What stands between a map and its file. */
export type MapProblem =
  | { reason: "file-empty" }
  /** The whole heading came as one cell. */
  | { reason: "other-delimiter"; delimiter: string }
  | { reason: "no-question"; questionId: string }
  /** Files cannot come from a column. */
  | { reason: "question-for-files"; questionId: string }
  | { reason: "format-missing"; questionId: string }
  | { reason: "no-column"; column: string }
  | { reason: "column-twice"; column: string; count: number };

/** Where a row was looked at; undefined where the map says one day for all rows. */
type Place = { column: string | undefined };
/** What stands there, cut to a length that can be told. */
type Cell = Place & { cell: string };

/** Why the files that a row names do not come in, so that the row does not either. */
export type EnclosureRefusal =
  | ({ reason: "too-many-files"; most: number } & Place)
  /** No ZIP brought it. */
  | ({ reason: "file-missing" } & Cell)
  /** So many files of several folders have this name. */
  | ({ reason: "file-unsure"; count: number } & Cell)
  /** It is there, and nobody may send such a file. */
  | ({ reason: "file-refused"; why: FileRefusalReason } & Cell)
  /** A file is one response's. */
  | ({ reason: "file-of-line"; line: number } & Cell);

/** Why a row of a file is not taken. */
export type RowRefusal =
  | EnclosureRefusal
  | { reason: "cell-count"; count: number; headingCount: number }
  | { reason: "no-answer" }
  | ({ reason: "empty" } & Place)
  | ({ reason: "too-long"; mostCharacters: number } & Place)
  | ({ reason: "not-a-day"; format: string } & Cell)
  | ({ reason: "in-future" } & Cell)
  | ({
      reason: "not-expected";
      expected: ExpectedCell;
      questionId: string;
    } & Cell)
  /** The question's own message, from the words the import was given. */
  | ({ reason: "answer-refused"; message: string | undefined } & Place)
  | ({ reason: "same-as-line"; line: number } & Place)
  | ({ reason: "came-in-before"; reference: string } & Place);

/** Why a file cannot be read; `line` is where the row begins. */
export type FileFault =
  | { reason: "quote-not-closed"; line: number }
  | { reason: "quote-misplaced"; line: number }
  | { reason: "not-utf-8" };
