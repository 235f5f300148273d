import type { Generated } from "kysely";
import type { ImportFileState, ImportState } from "../column-values.ts";
import type { Flag, IsoTime, JsonText } from "./column-types.ts";

type ImportsTable = {
  id: Generated<number>;
  call_id: number;
  file_sha256: string;
  row_count: number;
  imported_at: IsoTime;
  state: Generated<ImportState>;
  /** Of the map and all else that says which rows come in, and as what. */
  request_sha256: Generated<string>;
  /** The line of the file with which the last batch ended. */
  done_to_line: Generated<number>;
};

/** A table that somebody uploaded, on its way to being imported. */
type ImportFilesTable = {
  id: Generated<number>;
  call_id: number;
  name: string;
  file_sha256: string;
  headings: JsonText;
  notices: JsonText;
  row_count: number;
  last_line: number;
  uploaded_by: string;
  uploaded_at: IsoTime;
  changed_at: IsoTime;
  state: Generated<ImportFileState>;
  /** How its columns are read; null until that is said. */
  map: JsonText | null;
  /** What the last check, import or undoing came to. */
  outcome: JsonText | null;
  skip_refused: Generated<Flag>;
  /** Who last asked for work on it; what is imported or undone is theirs. */
  asked_by: string | null;
  import_id: number | null;
  row_version: Generated<number>;
};

type ImportFileRowsTable = {
  import_file_id: number;
  line: number;
  cells: JsonText;
};

/** A file that came beside such a table, for the rows that name it. */
type ImportEnclosuresTable = {
  id: Generated<number>;
  import_file_id: number;
  /** In its ZIP; never a path of ours. */
  path: string;
  /** The same as it is compared. */
  path_key: string;
  byte_size: number;
  sha256: string;
  /** What inspection made of it. */
  findings: JsonText;
};

type ImportEnclosurePiecesTable = {
  enclosure_id: number;
  number: number;
  content: string;
};

export type ImportsTables = {
  import_enclosure_pieces: ImportEnclosurePiecesTable;
  import_enclosures: ImportEnclosuresTable;
  import_files: ImportFilesTable;
  import_file_rows: ImportFileRowsTable;
  imports: ImportsTable;
};
