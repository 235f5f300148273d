import type { Generated } from "kysely";
import type { ImportState } from "../column-values.ts";
import type { IsoTime } from "./column-types.ts";

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

export type ImportsTables = {
  imports: ImportsTable;
};
