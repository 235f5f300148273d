import type { Generated } from "kysely";
import type { RedactionReason, RedactionState } from "../column-values.ts";
import type { IsoTime } from "./column-types.ts";

/** Words of an answer that must not leave the review, where they stand and never what they say; or a file, as a whole. */
type RedactionsTable = {
  id: Generated<number>;
  public_id: string;
  response_id: number;
  /** One of the two. */
  answer_id: number | null;
  attachment_id: number | null;
  /** Code points from the start of the frozen text, the end exclusive; of a file both are 0. */
  start_offset: number;
  end_offset: number;
  reason: RedactionReason;
  state: Generated<RedactionState>;
  proposed_by: string;
  proposed_at: IsoTime;
  /** Never who proposed it. */
  decided_by: string | null;
  /** When it was approved, refused or taken back. */
  decided_at: IsoTime | null;
};

/** A response in which somebody found nothing to redact, in its words of that version. */
type RedactionLooksTable = {
  response_id: number;
  answers_version: number;
  looked_by: string;
  looked_at: IsoTime;
};

export type RedactionTables = {
  redactions: RedactionsTable;
  redaction_looks: RedactionLooksTable;
};
