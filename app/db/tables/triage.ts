import type { Generated } from "kysely";
import type { QueueSort } from "../column-values.ts";
import type { Flag, IsoTime } from "./column-types.ts";

type NotesTable = {
  id: Generated<number>;
  response_id: number;
  author_id: string;
  body: string;
  written_at: IsoTime;
};

/** A search with a name. */
type SavedViewsTable = {
  id: Generated<number>;
  owner_id: string;
  name: string;
  /** What two names are compared by. */
  name_key: string;
  is_shared: Flag;
  q: string;
  sort: QueueSort | null;
  row_version: Generated<number>;
  saved_at: IsoTime;
  changed_at: IsoTime;
};

export type TriageTables = {
  notes: NotesTable;
  saved_views: SavedViewsTable;
};
