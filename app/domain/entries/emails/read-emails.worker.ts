import { createHash } from "node:crypto";
import { answerTasks } from "../../files/thread-answers.worker.ts";
import { readEml, readFilesOfEml } from "./read-eml.server.ts";
import { readFilesOfMsg, readMsg } from "./read-msg.server.ts";
import {
  type EmailAnswer,
  type EmailTask,
  maxEmailsInFile,
  type ReadEmail,
  type ReceivedEmailFormat,
} from "./received-emails.ts";
import { isMailbox, splitMailbox } from "./split-mailbox.ts";

answerTasks<EmailTask, EmailAnswer>(async (task) => {
  const bytes = Buffer.from(task.bytes);
  if (task.wants === "emails") return readEmails(bytes, task.nowMilliseconds);
  const files =
    task.format === "msg" ? readFilesOfMsg(bytes) : await readFilesOfEml(bytes);
  return { kind: "files", files };
});

const outlookContainer = Buffer.from("d0cf11e0a1b11ae1", "hex");

async function readEmails(bytes: Buffer, now: number): Promise<EmailAnswer> {
  if (bytes.toString("latin1", 0, 1_000).trim() === "")
    return { kind: "refused", reason: "empty" };
  if (bytes.subarray(0, 8).equals(outlookContainer))
    return { kind: "emails", emails: [await readOne("msg", bytes, now)] };
  if (isMailbox(bytes)) return readMailbox(bytes, now);
  if (!/^\s*(?:>?From |[!-9;-~]+:[ \t])/.test(bytes.toString("latin1", 0, 500)))
    return { kind: "refused", reason: "not-email" };
  return { kind: "emails", emails: [await readOne("eml", bytes, now)] };
}

async function readMailbox(bytes: Buffer, now: number): Promise<EmailAnswer> {
  const messages = splitMailbox(bytes, maxEmailsInFile + 1);
  if (messages.length > maxEmailsInFile)
    return { kind: "refused", reason: "too-many" };
  const emails: ReadEmail[] = [];
  for (const message of messages)
    emails.push(await readOne("eml", message, now));
  return { kind: "emails", emails };
}

/** One that cannot be read is kept as it came, so that nothing is lost. */
async function readOne(
  format: ReceivedEmailFormat,
  bytes: Buffer,
  now: number,
): Promise<ReadEmail> {
  try {
    return format === "msg" ? readMsg(bytes, now) : await readEml(bytes, now);
  } catch {
    const messageId = createHash("sha256").update(bytes).digest("hex");
    return { format, bytes, messageId, facts: unread };
  }
}

const unread: ReadEmail["facts"] = {
  ...{ subject: "", senderName: "", senderAddress: "", receivedAt: undefined },
  ...{ ownText: "", quotedText: "", files: [], remarks: ["unreadable"] },
};
