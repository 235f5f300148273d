import type { Generated } from "kysely";
import type { CodebookChangeKind } from "../column-values.ts";
import type { PassageStanding, ProjectState } from "../project-values.ts";
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
  include_note: Generated<string>;
  exclude_note: Generated<string>;
  /** As `#rrggbb`. */
  tint: Generated<string | null>;
  /** What it is called among programs, where another one gave it its name. */
  guid: Generated<string | null>;
  /** When its definition or its notes were last changed; null where they are its first. */
  defined_anew_at: Generated<IsoTime | null>;
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

/** What was done to the codebook. */
type CodebookChangesTable = {
  id: Generated<number>;
  kind: CodebookChangeKind;
  made_by: string;
  made_at: IsoTime;
  /** What stood before and after, by the kind of change. */
  details: JsonText;
  undone_by: Generated<string | null>;
  undone_at: Generated<IsoTime | null>;
};

/** Which tags a change was about. */
type CodebookChangeTagsTable = { tag_id: number; change_id: number };

/** What a change took from one tag to another: a passage by its public id, or a whole response where that is empty. */
type CodebookMovesTable = {
  id: Generated<number>;
  change_id: number;
  response_id: number;
  passage: string;
  from_tag_id: number;
  to_tag_id: number;
  /** Of one that became one with what was there already: what it was, its words left out. */
  former: JsonText | null;
};

/** What was tagged before its tag was defined anew, and was looked at again since. */
type CodebookRechecksTable = {
  tag_id: number;
  response_id: number;
  passage: string;
  checked_by: string;
  checked_at: IsoTime;
};

/** A project of another program, in which responses were coded. */
type ProjectFilesTable = {
  id: Generated<number>;
  name: string;
  file_sha256: string;
  plan: JsonText;
  state: Generated<ProjectState>;
  outcome: JsonText | null;
  uploaded_by: string;
  uploaded_at: IsoTime;
  /** Who last asked for work on it; what lands is theirs. */
  asked_by: string | null;
  changed_at: IsoTime;
  /** The change of the codebook by which its new tags came. */
  change_id: number | null;
  row_version: Generated<number>;
};

type ProjectPassagesTable = {
  project_file_id: number;
  number: number;
  source: string;
  response_id: number | null;
  answer_id: number | null;
  /** The place of its code in the plan. */
  code: number;
  start_offset: number | null;
  end_offset: number | null;
  memo: string;
  /** As the file calls whoever coded it. */
  coder: string;
  standing: PassageStanding;
  reason: string | null;
  /** Only of what found no place, and only for a time. */
  words: string;
  /** The public id of what landed. */
  passage: string | null;
};

export type TaggingTables = {
  tags: TagsTable;
  response_tags: ResponseTagsTable;
  passages: PassagesTable;
  unsaved_work: UnsavedWorkTable;
  codebook_changes: CodebookChangesTable;
  codebook_change_tags: CodebookChangeTagsTable;
  codebook_moves: CodebookMovesTable;
  codebook_rechecks: CodebookRechecksTable;
  project_files: ProjectFilesTable;
  project_passages: ProjectPassagesTable;
};
