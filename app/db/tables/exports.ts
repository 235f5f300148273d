import type { Generated } from "kysely";
import type {
  ExportFailure,
  ExportFormat,
  ExportKind,
  ExportReason,
  ExportState,
} from "../export-values.ts";
import type { IsoTime, JsonText } from "./column-types.ts";

/** What was taken out as a file, also after the file itself is gone. */
type ExportsTable = {
  id: Generated<number>;
  call_id: number;
  /** As it would be typed into the queue's box; empty for all of the call. */
  search: string;
  kind: ExportKind;
  format: ExportFormat;
  reason: ExportReason;
  asked_by: string;
  asked_at: IsoTime;
  state: Generated<ExportState>;
  failure: ExportFailure | null;
  attempts: Generated<number>;
  done_count: Generated<number>;
  total_count: number | null;
  /** The last event before the first word was read for it: what was taken back later may stand in it. */
  since_event: number | null;
  /** In the folder of exports; drawn anew by each run, which is known by it. */
  file_name: string | null;
  byte_size: number | null;
  /** How many were left out, by reason. */
  left_out: JsonText | null;
  touched_at: IsoTime;
  finished_at: IsoTime | null;
  expires_at: IsoTime | null;
};

export type ExportsTables = { exports: ExportsTable };
