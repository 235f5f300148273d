import type { Generated } from "kysely";
import type {
  HeldBackStanding,
  Language,
  ResponseChannel,
  ResponseState,
  SkipReason,
  CaseAnswer,
  CaseEnding,
  CaseOutcome,
  PassingWay,
  SafeguardingKind,
} from "../column-values.ts";
import type { Flag, IsoTime, JsonText } from "./column-types.ts";

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
  /** Beside no assignee: it is with a person, with a group, or with nobody. */
  group_id: number | null;
  claimed_by: string | null;
  claim_expires_at: IsoTime | null;
  row_version: Generated<number>;
  /** The same for responses of a call that say the same words; null until it is indexed, and where there are none. */
  words_key: Generated<string | null>;
  /** The day by whose end it should be read, in London; later than any where nobody said. */
  due_on: Generated<string>;
  /** 1 where every text is a stock phrase. */
  says_nothing: Generated<Flag>;
};

/** Kept by triggers on `responses`: how many of a call stand in a state, of each import apart. */
type ResponseCountsTable = {
  call_id: number;
  state: ResponseState;
  /** 0 for what came in by itself. */
  import_id: number;
  count: number;
};

type AnswersTable = {
  id: Generated<number>;
  response_id: number;
  /** The last version it stands in: an answer that stays goes along to the next. */
  version: number;
  question_id: string;
  position: number;
  value: JsonText;
  /** Frozen at intake: passages point into it by code-point offset. */
  text: string;
  /** Its sender took it back: it is closed, and stands in no version from then on. */
  taken_back_at: IsoTime | null;
};

/** Answers to questions flagged `identifying`. Selected only by operations that name their purpose. */
type IdentitiesTable = {
  id: Generated<number>;
  response_id: number;
  question_id: string;
  value: JsonText;
  /** A keyed hash, the same wherever one email address answers one call; null until it is indexed, and of what is no address. */
  person_key: Generated<string | null>;
};

/** Responses that looked as if no person sent them. One that was let in keeps its row. */
type HeldBackTable = {
  response_id: number;
  /** A list of `HoldingReason`. */
  reasons: JsonText;
  held_at: IsoTime;
  standing: HeldBackStanding;
  decided_by: string | null;
  decided_at: IsoTime | null;
};

/** What somebody gave back because it is not for them; they are not handed it again. */
type SkipsTable = {
  staff_id: string;
  response_id: number;
  reason: SkipReason;
  skipped_at: IsoTime;
};

type SafeguardingCasesTable = {
  id: Generated<number>;
  response_id: number;
  kind: SafeguardingKind;
  words: string;
  /** Null where its sender was worried when they sent it. */
  opened_by: string | null;
  opened_at: IsoTime;
  taken_up_by: string | null;
  taken_up_at: IsoTime | null;
  /** When leads were told by mail that there is a case, and that nobody had taken it up in time. */
  told_at: IsoTime | null;
  overdue_told_at: IsoTime | null;
  closed_at: IsoTime | null;
};

type SafeguardingPassingsTable = {
  id: Generated<number>;
  case_id: number;
  passed_to: string;
  /** The day, as "2026-11-27". */
  passed_on: string;
  way: PassingWay;
  reason: string;
  recorded_by: string;
  recorded_at: IsoTime;
};

type SafeguardingProposalsTable = {
  id: Generated<number>;
  case_id: number;
  outcome: CaseOutcome;
  ending: CaseEnding;
  words: string;
  proposed_by: string;
  proposed_at: IsoTime;
  answer: CaseAnswer | null;
  answer_words: string | null;
  answered_by: string | null;
  answered_at: IsoTime | null;
};

export type ResponsesTables = {
  safeguarding_cases: SafeguardingCasesTable;
  safeguarding_passings: SafeguardingPassingsTable;
  safeguarding_proposals: SafeguardingProposalsTable;
  held_back: HeldBackTable;
  responses: ResponsesTable;
  response_counts: ResponseCountsTable;
  answers: AnswersTable;
  identities: IdentitiesTable;
  skips: SkipsTable;
};
