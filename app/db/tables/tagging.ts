import type { Generated } from "kysely";
import type { IsoTime, JsonText } from "./column-types.ts";

type TagsTable = {
  id: Generated<number>;
  name: string;
  name_key: string;
  definition: string;
  parent_id: number | null;
  created_by: string | null;
  created_at: IsoTime;
  retired_at: IsoTime | null;
  row_version: Generated<number>;
};

type ResponseTagsTable = {
  response_id: number;
  tag_id: number;
  tagged_by: string;
  tagged_at: IsoTime;
};

type PassagesTable = {
  id: Generated<number>;
  public_id: string;
  response_id: number;
  answer_id: number | null;
  attachment_id: number | null;
  tag_id: number;
  /** Code points from the start of the frozen text, the end exclusive. */
  start_offset: number;
  end_offset: number;
  quote: string;
  memo: string;
  tagged_by: string;
  tagged_at: IsoTime;
  /** The words it stood in were taken back: its quote is empty since. */
  taken_back_at: IsoTime | null;
};

/** What somebody typed on a response's page and did not save yet. */
type UnsavedWorkTable = {
  staff_id: string;
  response_id: number;
  fields: JsonText;
  kept_at: IsoTime;
};

export type TaggingTables = {
  tags: TagsTable;
  response_tags: ResponseTagsTable;
  passages: PassagesTable;
  unsaved_work: UnsavedWorkTable;
};
