import type { StaffMember } from "../accounts/accounts.ts";
import type { Language } from "../calls/languages.ts";
import type { ResponseChannel, ResponseState } from "./responses.ts";

/** Whoever looks: a signed-in member of staff, as `requireStaff` returns them. */
export type Viewer = Pick<StaffMember, "staffId" | "role">;

/** Somebody is reading a response until then (ISO-8601 UTC). */
export type Claim = { staffId: string; name: string; expiresAt: string };

/** A response as it stands for a member of staff: every page, list and rule of theirs begins with this. */
export type VisibleResponse = {
  responseId: number;
  reference: string;
  callId: number;
  definitionId: number;
  channel: ResponseChannel;
  language: Language;
  /** ISO-8601 UTC: when it reached the review, and when it was put into Heard. */
  receivedAt: string;
  recordedAt: string;
  answersVersion: number;
  wordCount: number;
  /** How it begins. */
  excerpt: string;
  attachmentCount: number;
  state: ResponseState;
  isFlagged: boolean;
  /** A person, or a group that stands for one (`groupIdOf`). */
  assigneeId: string | null;
  assigneeName: string | null;
  /** They left, or the group ended: what is decided stays with them, what asks for work is with nobody. */
  assigneeGone: "left" | "ended" | undefined;
  /** A claim that lives at the moment asked about. */
  claim: Claim | undefined;
  rowVersion: number;
  /** The same for all of a call that say the same words; null where it says none. */
  wordsKey: string | null;
  /** The day by whose end it should be read, in London; undefined where nobody said. */
  dueOn: string | undefined;
  /** Every text of it is a stock phrase. */
  saysNothing: boolean;
};
