import type { Generated } from "kysely";
import type { Language } from "../column-values.ts";
import type { IsoTime, JsonText } from "./column-types.ts";

type DraftsTable = {
  id: Generated<number>;
  public_id: string;
  call_id: number;
  definition_id: number;
  /** The version that it was begun on, where it had to be asked again on another; null otherwise. */
  begun_definition_id: Generated<number | null>;
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
  /** The hash of what a browser began it with, so that two posts of one page begin one. */
  begun_by: string | null;
  /** Of the code that opens it in any browser; keyed. */
  resume_code_hash: string | null;
  /** 1 once the equality questions were answered or left out: which of the two, nothing says. */
  equality_settled: Generated<number>;
};

/** The browsers that a draft is kept for. */
type DraftHoldersTable = {
  draft_id: number;
  holder_hash: string;
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

type LateCodesTable = {
  id: Generated<number>;
  call_id: number;
  code_hash: string;
  /** For whom it is, in the team's words; null where nobody said. */
  note: Generated<string | null>;
  issued_at: IsoTime;
  used_at: IsoTime | null;
};

export type DraftsTables = {
  drafts: DraftsTable;
  draft_answers: DraftAnswersTable;
  draft_holders: DraftHoldersTable;
  draft_pages: DraftPagesTable;
  late_codes: LateCodesTable;
};
