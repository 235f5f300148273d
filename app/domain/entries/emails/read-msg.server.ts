import reader, { type FieldsData } from "@kenjiuno/msgreader";
import { toEmailFacts } from "./email-facts.ts";
import { bodyOf, filesOf } from "./email-lines.ts";
import {
  type EmailFile,
  type EmailRemark,
  type ReadEmail,
} from "./received-emails.ts";
import { textOfHtml } from "./text-of-html.server.ts";

// The package is CommonJS: its class stands under `default` of what is imported.
type Reader = typeof reader;
const MsgReader: Reader =
  (reader as unknown as { default?: Reader }).default ?? reader;

class UnreadableEmailError extends Error {}

function open(bytes: Buffer) {
  const copy = new Uint8Array(bytes).buffer;
  const msg = new MsgReader(copy);
  const fields = msg.getFileData();
  if (fields.error) throw new UnreadableEmailError("An email that is none");
  return { msg, fields };
}

/** Reads an email as Outlook saves it. @throws where the file is broken. */
export function readMsg(bytes: Buffer, nowMilliseconds: number): ReadEmail {
  const { msg, fields } = open(bytes);
  const remarks: EmailRemark[] = [];
  const text = readText(fields, remarks);
  const found = {
    ...{ subject: fields.subject, text, headers: fields.headers ?? "" },
    withoutText: fields.compressedRtf
      ? ("rtf-only" as const)
      : ("no-text" as const),
    senderName: fields.senderName,
    senderAddress: addressOf(fields),
    files: filesOf(attachmentsOf(msg, fields), remarks),
    said: [fields.messageDeliveryTime, fields.clientSubmitTime],
    remarks,
  };
  const facts = toEmailFacts(found, nowMilliseconds);
  const messageId = fields.messageId?.trim() ?? "";
  return { format: "msg", bytes, messageId, facts };
}

/** The files of an email, with their bytes. */
export function readFilesOfMsg(bytes: Buffer): EmailFile[] {
  const { msg, fields } = open(bytes);
  return filesOf(attachmentsOf(msg, fields), []);
}

type Opened = ReturnType<typeof open>;

function attachmentsOf(msg: Opened["msg"], { attachments = [] }: FieldsData) {
  return attachments.map((attachment) => {
    const { fileName, content } = msg.getAttachment(attachment);
    return { name: fileName, bytes: content };
  });
}

/** Within one organisation Outlook writes a path of its own in the place of an address. */
function addressOf(fields: FieldsData): string | undefined {
  const addresses = [
    fields.senderSmtpAddress,
    fields.creatorSMTPAddress,
    fields.senderEmail,
  ];
  return addresses.find((address) => address?.includes("@"));
}

function readText(fields: FieldsData, remarks: EmailRemark[]): string {
  const plain = bodyOf(fields.body ?? "", remarks);
  if (plain !== "") return plain;
  const html =
    fields.bodyHtml ??
    (fields.html && Buffer.from(fields.html).toString("utf8"));
  const made = html ? bodyOf(textOfHtml(html), remarks) : "";
  if (made !== "") remarks.push("text-from-html");
  return made;
}
