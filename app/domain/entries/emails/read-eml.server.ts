import { type ParsedMail, simpleParser } from "mailparser";
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

function parse(bytes: Buffer): Promise<ParsedMail> {
  return simpleParser(bytes, {
    ...{ skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true },
    skipTextLinks: true,
  });
}

/** Reads an email as a mail program saves it (RFC 5322). @throws where the reader gives up. */
export async function readEml(
  bytes: Buffer,
  nowMilliseconds: number,
): Promise<ReadEmail> {
  const mail = await parse(bytes);
  const remarks: EmailRemark[] = [];
  const text = readText(mail, remarks);
  const files = filesOf(attachmentsOf(mail), remarks);
  const subject = lineOf(mail.subject);
  const sender = mail.from?.value[0];
  const senderAddress = lineOf(sender?.address);
  const headers = mail.headerLines.map(({ line }) => line).join("\n");
  remarkFiles(files, text, remarks);
  if (text === "" && !remarks.includes("encrypted")) remarks.push("no-text");
  if (senderAddress === "") remarks.push("no-sender");
  if (isAutomatic(headers, subject)) remarks.push("automatic");
  if (isForwarded(subject)) remarks.push("forwarded");
  const said = [receivedOf(mail), mail.date];
  return {
    ...{ format: "eml", bytes, messageId: mail.messageId?.trim() ?? "" },
    facts: {
      ...{ subject, senderAddress, remarks, ...partOwnWords(text) },
      senderName: lineOf(sender?.name),
      receivedAt: momentOf(said, nowMilliseconds, remarks),
      files: files.map(({ name, bytes }) => ({ name, byteSize: bytes.length })),
    },
  };
}

/** The files of an email, with their bytes. */
export async function readFilesOfEml(bytes: Buffer): Promise<EmailFile[]> {
  return filesOf(attachmentsOf(await parse(bytes)), []);
}

function attachmentsOf({ attachments }: ParsedMail) {
  return attachments.map(({ filename, contentType, content }) => ({
    name: filename ?? (contentType === "message/rfc822" ? "email.eml" : ""),
    bytes: content,
  }));
}

function readText({ text, html }: ParsedMail, remarks: EmailRemark[]): string {
  const plain = bodyOf(text ?? "", remarks);
  if (plain !== "" || !html) return plain;
  const made = bodyOf(textOfHtml(html), remarks);
  if (made !== "") remarks.push("text-from-html");
  return made;
}

/** The review's own server writes its line above all others. */
function receivedOf({ headerLines }: ParsedMail): string | undefined {
  const line = headerLines.find(({ key }) => key === "received")?.line;
  return line
    ?.replace(/\s+/g, " ")
    .split(";")
    .at(-1)
    ?.replace(/\(.*\)/, "");
}
