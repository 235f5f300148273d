import type { AttachmentSummary } from "../attachments/attachments.ts";
import type { Language } from "../calls/languages.ts";

export {
  type ResponseChannel,
  responseChannels,
  type ResponseState,
  responseStates,
  type SkipReason,
  skipReasons,
} from "#app/db/column-values.ts";

/** Why somebody may look at who sent a response. Each reading is an event that says which. */
export const identityPurposes = [
  "reply-to-respondent",
  "safeguarding",
  "data-rights-request",
  "check-for-duplicates",
] as const;
export type IdentityPurpose = (typeof identityPurposes)[number];

/** One line of a respondent's own copy. */
export type SentAnswer = {
  pageId: string;
  questionId: string;
  label: string;
  /** Undefined where nothing was answered, or where the answer is kept apart. */
  line: string | undefined;
  /** Given, and stored away from the answers: not shown again, not even on this device. */
  isKeptApart: boolean;
  /** Made of pieces of evidence, which are to be had as a file. */
  isEvidence: boolean;
  files: AttachmentSummary[];
};

/** What the confirmation page shows in the first 24 hours, to the browser that sent it. */
export type SentResponse = {
  responseId: number;
  reference: string;
  /** In groups of four: `AAAA-BBBB-...`. */
  receiptCode: string;
  /** Of the draft that became this response. */
  draftPublicId: string;
  /** ISO-8601 UTC. */
  receivedAt: string;
  language: Language;
  answers: SentAnswer[];
};
