import type {
  LeavingOutReason,
  ReceivedEmailFormat,
  ReceivedEmailState,
} from "#app/db/column-values.ts";

export {
  leavingOutReasons,
  type LeavingOutReason,
  type ReceivedEmailFormat,
} from "#app/db/column-values.ts";

/** Of a file that is brought: mail programs and servers let 25 to 35 MB through. */
export const maxEmailFileBytes = 35_000_000;
/** Of one mailbox file, so that what it brings can be gone through by people. */
export const maxEmailsInFile = 500;
export const maxFilesOfEmail = 50;
export const maxEmailTextCharacters = 200_000;

/** What somebody should know of an email before they take it in. */
export type EmailRemark =
  | "no-text"
  | "text-from-html"
  | "text-cut"
  | "rtf-only"
  | "encrypted"
  | "winmail"
  | "automatic"
  | "forwarded"
  | "no-sender"
  | "no-date"
  | "future-date"
  | "files-cut"
  | "unreadable";

/** What was read of an email: everything in it is somebody else's, and shown as text alone. */
export type EmailFacts = {
  subject: string;
  senderName: string;
  senderAddress: string;
  /** When the review's own server took it, or when its sender says that they wrote it. ISO-8601 UTC. */
  receivedAt: string | undefined;
  /** What its sender wrote. */
  ownText: string;
  /** What stands below of earlier mails; empty where nothing does. */
  quotedText: string;
  files: { name: string; byteSize: number }[];
  remarks: EmailRemark[];
};

/** An email on its way in: what it says, and its bytes. */
export type ReadEmail = {
  format: ReceivedEmailFormat;
  bytes: Uint8Array;
  messageId: string;
  facts: EmailFacts;
};

export type EmailFileRefusal = "not-email" | "empty" | "too-big" | "too-many";

export type EmailFile = { name: string; bytes: Uint8Array };

/** What the thread that reads them is asked, and answers. */
export type EmailTask =
  | { wants: "emails"; bytes: Uint8Array; nowMilliseconds: number }
  | { wants: "files"; bytes: Uint8Array; format: ReceivedEmailFormat };
export type EmailAnswer =
  | { kind: "emails"; emails: ReadEmail[] }
  | { kind: "files"; files: EmailFile[] }
  | { kind: "refused"; reason: EmailFileRefusal };

/** An email that was brought. */
export type ReceivedEmail = {
  emailId: number;
  callId: number;
  format: ReceivedEmailFormat;
  byteSize: number;
  broughtBy: string;
  /** ISO-8601 UTC. */
  broughtAt: string;
  state: ReceivedEmailState;
  reason: LeavingOutReason | undefined;
  /** Undefined once it has entered. */
  facts: EmailFacts | undefined;
  responseId: number | undefined;
  /** The same message was brought before. */
  isTwice: boolean;
};
