import type { ImportFileState } from "#app/db/column-values.ts";
import type { CheckOutcome, NamedFiles } from "./check-import.server.ts";
import type { ImportMap } from "./import-map.ts";
import type { ImportOutcome } from "./imports.server.ts";
import type { TableNotice } from "./table-file.ts";
import type { UndoOutcome } from "./undo-import.server.ts";

export { type ImportFileState } from "#app/db/column-values.ts";

/** The cells of a table are deleted so long after its last step; what was imported stays. */
export const keepsRowsDays = 30;

/** Why the last step came to nothing. */
export type WorkRefusal = Extract<
  CheckOutcome | ImportOutcome | UndoOutcome,
  { ok: false }
>;

/** What the last step came to, as it is kept. */
export type WorkOutcome =
  | {
      kind: "checked";
      rowCount: number;
      acceptedCount: number;
      leftOutCount: number;
      refusedCount: number;
      /** Absent where none are. */
      missingFiles?: NamedFiles;
      unusedFiles?: NamedFiles;
    }
  | { kind: "imported"; importedCount: number; refusedCount: number }
  | { kind: "undone"; removedCount: number }
  | { kind: "refused"; refusal: WorkRefusal };

export type ImportFile = {
  importFileId: number;
  callId: number;
  /** As its sender named it; shown, never a path. */
  name: string;
  sha256: string;
  headings: string[];
  notices: TableNotice[];
  /** 0 once its rows are deleted. */
  rowCount: number;
  lastLine: number;
  uploadedBy: string;
  /** ISO-8601 UTC. */
  uploadedAt: string;
  changedAt: string;
  state: ImportFileState;
  map: ImportMap | undefined;
  outcome: WorkOutcome | undefined;
  skipRefused: boolean;
  askedBy: string | undefined;
  importId: number | undefined;
  rowVersion: number;
};

/** From which states somebody may ask for what. */
export const mayBecome: Record<
  "checking" | "importing" | "undoing",
  readonly ImportFileState[]
> = {
  checking: ["uploaded", "checked", "undone"],
  importing: ["checked"],
  undoing: ["imported"],
};

/** States in which its columns may be said anew, and in which it may be deleted. */
export const isAtRest = (state: ImportFileState): boolean =>
  !["checking", "importing", "undoing"].includes(state);
