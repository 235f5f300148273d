import { openWorkerThread } from "../../files/worker-threads.server.ts";
import {
  type EmailAnswer,
  type EmailFile,
  type EmailFileRefusal,
  type EmailTask,
  maxEmailFileBytes,
  type ReadEmail,
  type ReceivedEmailFormat,
} from "./received-emails.ts";

/** A mail of 31 MB takes 300 MB to be read. */
const readingThread = openWorkerThread<EmailTask, EmailAnswer>({
  script: "app/domain/entries/emails/read-emails.worker.ts",
  timeoutMilliseconds: 60_000,
  maxHeapMegabytes: 512,
  maxGrowthMegabytes: 900,
});

type ReadOutcome =
  | { ok: true; emails: ReadEmail[] }
  | { ok: false; reason: EmailFileRefusal | "not-read" };

/**
 * The emails of a file: one as a mail program or Outlook saves it (.eml, .msg),
 * or all of a mailbox file (.mbox). It is read in a thread with bounds on time
 * and memory, because what is in it may have been made to hurt.
 *
 * @returns `not-read` where the thread had no time or no room.
 */
export async function readEmails(
  bytes: Buffer,
  now: Date,
): Promise<ReadOutcome> {
  if (bytes.length > maxEmailFileBytes) return { ok: false, reason: "too-big" };
  const nowMilliseconds = now.getTime();
  const task = { wants: "emails", bytes, nowMilliseconds } as const;
  const outcome = await readingThread.ask(task);
  if (!outcome.ok || outcome.answer.kind === "files")
    return { ok: false, reason: "not-read" };
  const { answer } = outcome;
  return answer.kind === "emails"
    ? { ok: true, emails: answer.emails }
    : { ok: false, reason: answer.reason };
}

/** The files of an email; none where it cannot be read any more. */
export async function readFilesOfEmail(email: {
  bytes: Buffer;
  format: ReceivedEmailFormat;
}): Promise<EmailFile[]> {
  const outcome = await readingThread.ask({ wants: "files", ...email });
  return outcome.ok && outcome.answer.kind === "files"
    ? outcome.answer.files
    : [];
}
