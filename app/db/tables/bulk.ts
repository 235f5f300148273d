import type { Generated } from "kysely";
import type {
  BulkKind,
  BulkOutcome,
  BulkStanding,
  BulkUndone,
} from "../bulk-values.ts";
import type { IsoTime, JsonText } from "./column-types.ts";

/** One thing that is done to many responses. */
type BulkActionsTable = {
  id: Generated<number>;
  made_by: string;
  kind: BulkKind;
  standing: BulkStanding;
  /** The address of the list that it is about. */
  search: string;
  details: JsonText;
  made_at: IsoTime;
  started_at: IsoTime | null;
  ended_at: IsoTime | null;
};

/** A response that an action was previewed on. */
type BulkItemsTable = {
  action_id: number;
  response_id: number;
  /** As the preview saw it. */
  row_version: number;
  /** Who is to have it, of an action that assigns. */
  assignee_id: string | null;
  /** The group that is to have it, where it is no person. */
  group_id: number | null;
  /** What came of it; null until its turn. */
  outcome: BulkOutcome | null;
  before_it: JsonText | null;
  /** What came of undoing it. */
  undone: BulkUndone | null;
};

export type BulkTables = {
  bulk_actions: BulkActionsTable;
  bulk_items: BulkItemsTable;
};
