import { type ParsedMail, simpleParser } from "mailparser";
import { toEmailFacts } from "./email-facts.ts";
import { bodyOf, filesOf } from "./email-lines.ts";
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
  const sender = mail.from?.value[0];
  const found = {
    ...{ subject: mail.subject, text, withoutText: "no-text" as const },
    ...{ senderName: sender?.name, senderAddress: sender?.address },
    headers: mail.headerLines.map(({ line }) => line).join("\n"),
    files: filesOf(attachmentsOf(mail), remarks),
    ...{ said: [receivedOf(mail), mail.date], remarks },
  };
  const facts = toEmailFacts(found, nowMilliseconds);
  const messageId = mail.messageId?.trim() ?? "";
  return { format: "eml", bytes, messageId, facts };
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
