import type {
  Generated,
  Insertable,
  Kysely,
  Selectable,
  Transaction,
} from "kysely";
import type {
  ActorKind,
  CallState,
  ExtractionState,
  ImportState,
  JobState,
  Language,
  ResponseChannel,
  ResponseState,
  ScanState,
  StaffRole,
  SubjectKind,
} from "./column-values.ts";

/** An instant as ISO-8601 UTC text with milliseconds, as `Date.toISOString()` writes it. */
export type IsoTime = string;
/** 0 or 1: better-sqlite3 binds no booleans, and PostgreSQL casts these. */
export type Flag = 0 | 1;
/** JSON kept as text; parsed by the area that owns the column. */
export type JsonText = string;

type CallsTable = {
  id: Generated<number>;
  slug: string;
  state: CallState;
  opens_at: IsoTime | null;
  closes_at: IsoTime | null;
  current_definition_id: number | null;
  row_version: Generated<number>;
  created_at: IsoTime;
};

type CallDefinitionsTable = {
  id: Generated<number>;
  call_id: number;
  version: number;
  definition: JsonText;
  created_at: IsoTime;
};

type LateCodesTable = {
  id: Generated<number>;
  call_id: number;
  code_hash: string;
  issued_at: IsoTime;
  used_at: IsoTime | null;
};

type EventsTable = {
  id: Generated<number>;
  at: IsoTime;
  actor_kind: ActorKind;
  actor_id: string | null;
  subject_kind: SubjectKind;
  subject_id: number | null;
  type: string;
  details: JsonText;
  previous_hash: string;
  hash: string;
};

type JobsTable = {
  id: Generated<number>;
  /** A word of any version that wrote to this database: an older one may find a job that it does not know. */
  kind: string;
  payload: JsonText;
  state: Generated<JobState>;
  run_after: IsoTime;
  attempts: Generated<number>;
  locked_until: IsoTime | null;
  last_error: string | null;
  created_at: IsoTime;
  finished_at: IsoTime | null;
};

/** Owned by limits: who has used how much of something that has a limit. */
type LimitCountsTable = {
  key: string;
  count: number;
  ends_at: IsoTime;
};

/** One row: what was last seen of the clock. */
type ClockSightingsTable = {
  id: number;
  seen_at: IsoTime;
  trusted_at: IsoTime;
  suspected_since: IsoTime | null;
};

type StaffTable = {
  id: string;
  name: string;
  email: string;
  emailVerified: Flag;
  image: string | null;
  role: StaffRole;
  disabled_at: IsoTime | null;
  createdAt: IsoTime;
  updatedAt: IsoTime;
};

type StaffSessionsTable = {
  id: string;
  userId: string;
  token: string;
  expiresAt: IsoTime;
  ipAddress: string | null;
  userAgent: string | null;
  seen_at: Generated<IsoTime>;
  createdAt: IsoTime;
  updatedAt: IsoTime;
};

type DraftsTable = {
  id: Generated<number>;
  public_id: string;
  holder_hash: string;
  call_id: number;
  definition_id: number;
  language: Language;
  late_code_id: number | null;
  submitted_response_id: number | null;
  submitted_at: IsoTime | null;
  /** The holder has had the receipt taken off their device. */
  receipt_cleared_at: IsoTime | null;
  row_version: Generated<number>;
  created_at: IsoTime;
  updated_at: IsoTime;
  expires_at: IsoTime;
};

type DraftAnswersTable = {
  draft_id: number;
  question_id: string;
  value: JsonText;
  saved_at: IsoTime;
};

/** How often the answers to a page have changed: no row where they never have. */
type DraftPagesTable = {
  draft_id: number;
  page_id: string;
  version: number;
  /** The rendering of the page that the newest change came from, where it said so. */
  saved_by: string | null;
  saved_at: IsoTime;
};

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

type ResponsesTable = {
  id: Generated<number>;
  reference: string;
  call_id: number;
  definition_id: number;
  channel: ResponseChannel;
  import_id: number | null;
  source_key: string | null;
  language: Language;
  received_at: IsoTime;
  recorded_at: IsoTime;
  current_version: Generated<number>;
  word_count: number;
  excerpt: string;
  attachment_count: Generated<number>;
  receipt_code_hash: string | null;
  state: Generated<ResponseState>;
  /** 1 in the states that ask for somebody's work; a CHECK ties it to `state`. So one index gives the queue in its order, which a computed column cannot. */
  awaits_triage: Generated<Flag>;
  safeguarding_flag: Generated<Flag>;
  assignee_id: string | null;
  claimed_by: string | null;
  claim_expires_at: IsoTime | null;
  row_version: Generated<number>;
};

type AnswersTable = {
  id: Generated<number>;
  response_id: number;
  version: number;
  question_id: string;
  position: number;
  value: JsonText;
  /** Frozen at intake: passages point into it by code-point offset. */
  text: string;
};

/** Answers to questions flagged `identifying`. Selected only by operations that name their purpose. */
type IdentitiesTable = {
  id: Generated<number>;
  response_id: number;
  question_id: string;
  value: JsonText;
};

type AttachmentsTable = {
  id: Generated<number>;
  public_id: string;
  draft_id: number | null;
  response_id: number | null;
  question_id: string;
  original_name: string;
  media_type: string;
  byte_size: number;
  sha256: string;
  flags: JsonText;
  scan_state: Generated<ScanState>;
  scan_detail: string | null;
  extraction_state: Generated<ExtractionState>;
  stored_at: IsoTime;
};

type AttachmentTextsTable = {
  attachment_id: number;
  text: string;
  is_truncated: Flag;
  extracted_at: IsoTime;
};

type NotesTable = {
  id: Generated<number>;
  response_id: number;
  author_id: string;
  body: string;
  written_at: IsoTime;
};

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
};

/** What somebody typed on a response's page and did not save yet. */
type UnsavedWorkTable = {
  staff_id: string;
  response_id: number;
  fields: JsonText;
  kept_at: IsoTime;
};

export type HeardSchema = {
  calls: CallsTable;
  call_definitions: CallDefinitionsTable;
  late_codes: LateCodesTable;
  events: EventsTable;
  jobs: JobsTable;
  limit_counts: LimitCountsTable;
  clock_sightings: ClockSightingsTable;
  staff: StaffTable;
  staff_sessions: StaffSessionsTable;
  drafts: DraftsTable;
  draft_answers: DraftAnswersTable;
  draft_pages: DraftPagesTable;
  imports: ImportsTable;
  responses: ResponsesTable;
  answers: AnswersTable;
  identities: IdentitiesTable;
  attachments: AttachmentsTable;
  attachment_texts: AttachmentTextsTable;
  notes: NotesTable;
  tags: TagsTable;
  response_tags: ResponseTagsTable;
  passages: PassagesTable;
  unsaved_work: UnsavedWorkTable;
};

export type Db = Kysely<HeardSchema>;
/** What an operation takes when it must be part of its caller's transaction. */
export type Trx = Transaction<HeardSchema>;
export type Row<Table extends keyof HeardSchema> = Selectable<
  HeardSchema[Table]
>;
export type NewRow<Table extends keyof HeardSchema> = Insertable<
  HeardSchema[Table]
>;
