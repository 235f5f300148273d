import { decodeText } from "../decode-text.ts";
import type { FileFlag } from "../findings.ts";
import { type Inspection, refuse } from "../inspection.ts";
import { ddeField } from "./dde-field.ts";

/** What a browser might be talked into running; "<Name withheld>" is none of it. */
const markup =
  /^<(?:!doctype|!--|\?xml|html|head|body|script|svg|style|iframe|object|embed|img|meta|link|math|table|div|br)[\s/>]/i;

/** Text has no signature: it is taken as text where it holds no NUL and does not start like a web page. */
export function inspectText(bytes: Buffer, typeId: "txt" | "csv"): Inspection {
  const text = withoutFiller(decodeText(bytes));
  if (text.includes("\0")) return refuse("not-text");
  if (markup.test(text.slice(0, 1_000).trimStart())) return refuse("markup");
  const flags: FileFlag[] = [];
  if (/[\u202A-\u202E\u2066-\u2069]/.test(text))
    flags.push("bidirectional-controls");
  if (text.includes("\uFFFD")) flags.push("replaced-characters");
  if (typeId === "csv" && formulaCell.test(text)) flags.push("formula-cells");
  return { ok: true, typeId, flags };
}

/**
 * A cell that a spreadsheet would run; a negative number or a telephone number
 * is none. No part of the pattern goes beyond its cell, or each line of a
 * table of numbers would be read to the end of the file.
 */
const formulaCell =
  /(?:^|[,;\t\r\n])["\p{Zs}\v\f]*(?:[=@＝＠]|[+\-＋－](?![\d\p{Zs}.()-]*(?:[eE][+-]?\d+)?%?(?:["',;\t\r\n]|$)))/u;

/** RTF is text too; what it can carry in objects and fields is for staff to know. */
export function inspectRtf(bytes: Buffer): Inspection {
  const text = withoutFiller(bytes.toString("latin1"));
  if (!text.endsWith("}")) return refuse("corrupt");
  const flags: FileFlag[] = [];
  if (/\\obj(?:data|emb|link|autlink|ocx|html)\b|\\object\b/.test(text))
    flags.push("embedded-object");
  if (/\\\*\\template\b/.test(text)) flags.push("external-template");
  if (/\b(?:INCLUDEPICTURE|INCLUDETEXT)\b/i.test(text))
    flags.push("external-content");
  if (ddeField.test(text)) flags.push("dde-field");
  if (/\\(?:author|operator|manager|company)\s+[^\s}]/.test(text))
    flags.push("document-properties");
  if (/\\(?:deleted|revised)\b/.test(text)) flags.push("tracked-changes");
  if (/\\v(?![a-z0-9])/.test(text)) flags.push("hidden-text");
  return { ok: true, typeId: "rtf", flags };
}

/** Some programs fill the last block of a file up with blanks or NULs. */
function withoutFiller(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s\0]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
