import reader, { type FieldsData } from "@kenjiuno/msgreader";
import {
  bodyOf,
  filesOf,
  isAutomatic,
  isForwarded,
  lineOf,
  momentOf,
  remarkFiles,
} from "./email-lines.ts";
import { partOwnWords } from "./own-words.ts";
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
  const files = filesOf(attachmentsOf(msg, fields), remarks);
  const subject = lineOf(fields.subject);
  const senderAddress = addressOf(fields);
  remarkFiles(files, text, remarks);
  if (text === "") remarks.push(fields.compressedRtf ? "rtf-only" : "no-text");
  if (senderAddress === "") remarks.push("no-sender");
  if (isAutomatic(fields.headers ?? "", subject)) remarks.push("automatic");
  if (isForwarded(subject)) remarks.push("forwarded");
  const said = [fields.messageDeliveryTime, fields.clientSubmitTime];
  return {
    ...{ format: "msg", bytes, messageId: fields.messageId?.trim() ?? "" },
    facts: {
      ...{ subject, senderAddress, remarks, ...partOwnWords(text) },
      senderName: lineOf(fields.senderName),
      receivedAt: momentOf(said, nowMilliseconds, remarks),
      files: files.map(({ name, bytes }) => ({ name, byteSize: bytes.length })),
    },
  };
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
function addressOf(fields: FieldsData): string {
  const addresses = [
    fields.senderSmtpAddress,
    fields.creatorSMTPAddress,
    fields.senderEmail,
  ];
  return lineOf(addresses.find((address) => address?.includes("@")));
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
