import {
  isAutomatic,
  isForwarded,
  lineOf,
  momentOf,
  remarkFiles,
} from "./email-lines.ts";
import { partOwnWords } from "./own-words.ts";
import type { EmailFile, EmailRemark, ReadEmail } from "./received-emails.ts";

/** What a reader of one kind of file finds in an email, as it stands there. */
type FoundInEmail = {
  subject: string | undefined;
  senderName: string | undefined;
  senderAddress: string | undefined;
  headers: string;
  /** Bounded, and made of HTML where there is no other. */
  text: string;
  /** What is said where there is no text. */
  withoutText: EmailRemark;
  files: EmailFile[];
  /** When it came, the best word first. */
  said: (string | Date | undefined)[];
  /** What was seen of it so far. */
  remarks: EmailRemark[];
};

/** What is told of an email, whatever kind of file it came in. */
export function toEmailFacts(
  found: FoundInEmail,
  nowMilliseconds: number,
): ReadEmail["facts"] {
  const { text, files, remarks } = found;
  const subject = lineOf(found.subject);
  const senderAddress = lineOf(found.senderAddress);
  remarkFiles(files, text, remarks);
  if (text === "" && !remarks.includes("encrypted"))
    remarks.push(found.withoutText);
  if (senderAddress === "") remarks.push("no-sender");
  if (isAutomatic(found.headers, subject)) remarks.push("automatic");
  if (isForwarded(subject)) remarks.push("forwarded");
  return {
    ...{ subject, senderAddress, remarks, ...partOwnWords(text) },
    senderName: lineOf(found.senderName),
    receivedAt: momentOf(found.said, nowMilliseconds, remarks),
    files: files.map(({ name, bytes }) => ({ name, byteSize: bytes.length })),
  };
}
