import type { Generated } from "kysely";
import type { CallState, DefinitionPartKind } from "../column-values.ts";
import type { CallTellingKind } from "../telling-values.ts";
import type { IsoTime, JsonText } from "./column-types.ts";

type CallsTable = {
  id: Generated<number>;
  slug: string;
  state: CallState;
  opens_at: IsoTime | null;
  closes_at: IsoTime | null;
  /** What came of it, in the review's words by language; null until that is told. */
  outcome: Generated<JsonText | null>;
  /** Each closing that was moved, with who decided it; null where none was. */
  extensions: Generated<JsonText | null>;
  current_definition_id: number | null;
  row_version: Generated<number>;
  created_at: IsoTime;
  /** By when its responses should be read: within days of their coming, or by a day; one of the two, or neither. */
  read_within_days: Generated<number | null>;
  read_by: Generated<string | null>;
};

type CallDefinitionsTable = {
  id: Generated<number>;
  call_id: number;
  version: number;
  definition: JsonText;
  created_at: IsoTime;
  /** Which of its questions people who have begun are asked again, and why; null where they finish on the version they began with. */
  asks_again: Generated<JsonText | null>;
};

/** What is being changed of a call, which the public does not see. */
type DefinitionDraftsTable = {
  id: Generated<number>;
  call_id: number;
  based_on_definition_id: number;
  row_version: Generated<number>;
  created_at: IsoTime;
  created_by_id: string;
  /** Who asked for a colleague's look, and at which row version: any change since takes that back. */
  proposed_by_id: Generated<string | null>;
  proposed_at: Generated<IsoTime | null>;
  proposed_version: Generated<number | null>;
  /** What the proposal would ask again, as it stands in a version. */
  asks_again: Generated<JsonText | null>;
  /** Who approved what is proposed for a time to come. */
  approved_by_id: Generated<string | null>;
  approved_at: Generated<IsoTime | null>;
  publish_at: Generated<IsoTime | null>;
  /** Of the colleague who last sent it back. */
  returned_by_id: Generated<string | null>;
  returned_at: Generated<IsoTime | null>;
  returned_note: Generated<string | null>;
  /** Who had proposed what was sent back. */
  returned_to_id: Generated<string | null>;
};

type DefinitionDraftPartsTable = {
  draft_id: number;
  kind: DefinitionPartKind;
  /** The id of a page, a condition or a section; else the kind's own name. */
  key: string;
  /** Among those of its kind, from 0. */
  position: number;
  body: JsonText;
  row_version: Generated<number>;
  /** Null where it stands as it was published. */
  changed_at: IsoTime | null;
  changed_by_id: string | null;
};

/** That a call be opened, which a colleague looks at before. */
type OpeningProposalsTable = {
  call_id: number;
  /** The words and questions that are looked at: another version takes it back. */
  definition_id: number;
  /** Null for as soon as it is approved. */
  opens_at: IsoTime | null;
  closes_at: IsoTime | null;
  /** The call's state and times as they were: others take it back. */
  times_before: JsonText;
  proposed_by_id: string;
  proposed_at: IsoTime;
  /** Of the colleague who sent it back. */
  returned_by_id: Generated<string | null>;
  returned_at: Generated<IsoTime | null>;
  returned_note: Generated<string | null>;
};

/** A version that the public saw before a second person did. */
type PublishedAloneTable = {
  definition_id: number;
  /** The version before it. */
  before_id: number;
  reason: string;
  published_by_id: string;
  published_at: IsoTime;
  /** Null until a second person has looked. */
  looked_by_id: Generated<string | null>;
  looked_at: Generated<IsoTime | null>;
};

/** A question that the review keeps for more than one call. */
type BankQuestionsTable = {
  id: Generated<number>;
  /** What a copy of it names it by, in this portal and in a call's file. */
  key: string;
  name: string;
  /** Empty where it stands in none. */
  group_name: string;
  /** The newest. */
  version: number;
  row_version: Generated<number>;
  /** Null while it can be taken. */
  retired_at: Generated<IsoTime | null>;
  retired_by_id: Generated<string | null>;
};

/** Such a question as it was saved; never changed. */
type BankQuestionVersionsTable = {
  bank_question_id: number;
  version: number;
  body: JsonText;
  saved_at: IsoTime;
  saved_by_id: string;
};

/** What is yet to be told by mail; the row goes once the mails are left. */
type CallTellingsTable = {
  id: Generated<number>;
  call_id: number;
  kind: CallTellingKind;
  /** Whoever did it, who is not told; null where it was nobody of the team. */
  by_id: string | null;
  /** Null for all who may keep calls. */
  to_id: string | null;
  at: IsoTime;
};

/** Under which somebody without an account sees a call before the public does. */
type PreviewLinksTable = {
  id: Generated<number>;
  call_id: number;
  /** Null for the working copy as it then is. */
  version: number | null;
  made_by_id: string;
  made_at: IsoTime;
  ends_at: IsoTime;
  /** Before its time, by somebody of the team; null where it was not. */
  ended_at: IsoTime | null;
};

export type CallsTables = {
  preview_links: PreviewLinksTable;
  call_tellings: CallTellingsTable;
  calls: CallsTable;
  call_definitions: CallDefinitionsTable;
  definition_drafts: DefinitionDraftsTable;
  definition_draft_parts: DefinitionDraftPartsTable;
  opening_proposals: OpeningProposalsTable;
  published_alone: PublishedAloneTable;
  bank_questions: BankQuestionsTable;
  bank_question_versions: BankQuestionVersionsTable;
};
