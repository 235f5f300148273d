import { cleanFileName } from "../../files/file-names.ts";
import { cutText, tidyText } from "../../text/foreign-text.ts";
import {
  type EmailFile,
  type EmailRemark,
  maxEmailTextCharacters,
  maxFilesOfEmail,
} from "./received-emails.ts";

/** Marks that make a line read otherwise than it is, and those that nobody sees. */
const unseen = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g;
const longestLine = 300;

/** A subject or a name as one line, as it reads. */
export function lineOf(text: string | undefined): string {
  const cut = cutText(text ?? "", 2_000);
  const line = tidyText(cut).replace(unseen, "").replace(/\s+/g, " ");
  return cutText(line.trim(), longestLine);
}

/** The text of an email, bounded. */
export function bodyOf(text: string, remarks: EmailRemark[]): string {
  if (text.length > maxEmailTextCharacters) remarks.push("text-cut");
  return tidyText(cutText(text, maxEmailTextCharacters));
}

/** The files of an email under names that can be shown. */
export function filesOf(
  found: { name: string | undefined; bytes: Uint8Array }[],
  remarks: EmailRemark[],
): EmailFile[] {
  if (found.length > maxFilesOfEmail) remarks.push("files-cut");
  return found.slice(0, maxFilesOfEmail).map(({ name, bytes }) => ({
    name: cleanFileName(name ?? ""),
    bytes,
  }));
}

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** When an email came, of what it says itself; the first that is a moment counts. */
export function momentOf(
  said: (string | Date | undefined)[],
  nowMilliseconds: number,
  remarks: EmailRemark[],
): string | undefined {
  const times = said.map((one) => (one ? new Date(one).getTime() : Number.NaN));
  const time = times.find((one) => one > 0);
  if (time === undefined) {
    remarks.push("no-date");
    return undefined;
  }
  if (time > nowMilliseconds + dayMilliseconds / 24)
    remarks.push("future-date");
  return new Date(time).toISOString();
}

/** A line "Auto-Submitted: auto-replied" of a header, and what mail programs write in its place. */
export function isAutomatic(headers: string, subject: string): boolean {
  return (
    /^(?:auto-submitted:(?!\s*no\b)|x-autoreply:|x-autorespond:|precedence:\s*auto_reply|x-failed-recipients:|content-type:\s*multipart\/report)/im.test(
      headers,
    ) ||
    /^(?:automatic reply|out of (?:the )?office|ateb awtomatig)\b/i.test(
      subject,
    )
  );
}

export function isForwarded(subject: string): boolean {
  return /^\s*(?:fwd?|ymlaen)\s*:/i.test(subject);
}

const isWinmail = (name: string) => /^winmail\d*\.dat$/i.test(name);
const isSealed = (name: string) =>
  /^(?:smime\.p7m|encrypted\.asc)$/i.test(name);

/** What the files of an email say of it. */
export function remarkFiles(
  files: { name: string }[],
  text: string,
  remarks: EmailRemark[],
): void {
  if (files.some(({ name }) => isWinmail(name))) remarks.push("winmail");
  const isLocked =
    files.some(({ name }) => isSealed(name)) ||
    text.startsWith("-----BEGIN PGP MESSAGE");
  if (isLocked) remarks.push("encrypted");
}
