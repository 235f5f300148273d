import type { AttachmentSummary } from "../attachments/attachments.ts";
import type { Language } from "../calls/languages.ts";

/** Where a response stands; which state may follow which is triage's to say. */
export const responseStates = [
  "received",
  "in-triage",
  "triaged",
  "needs-second-look",
  "out-of-scope",
  "spam",
  "withdrawn",
] as const;
export type ResponseState = (typeof responseStates)[number];

/** How a response came in. */
export const responseChannels = [
  "web",
  "import",
  "letter",
  "email",
  "phone",
  "meeting",
] as const;
export type ResponseChannel = (typeof responseChannels)[number];

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
  files: AttachmentSummary[];
};

/** What the confirmation page shows in the first 24 hours, to the browser that sent it. */
export type SentResponse = {
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
