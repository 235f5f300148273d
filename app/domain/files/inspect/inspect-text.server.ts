import type { FileFlag } from "../findings.ts";
import { decodeText } from "../decode-text.ts";
import { type Inspection, refuse } from "../inspection.ts";

/**
 * Text has no signature. It is taken as text where it holds no NUL and does
 * not start like markup, which a browser might be talked into running.
 */
export function inspectText(bytes: Buffer, typeId: "txt" | "csv"): Inspection {
  const text = decodeText(bytes);
  if (text.includes("\0") || text.trimStart().startsWith("<"))
    return refuse("wrong-type");
  const flags: FileFlag[] = [];
  if (/[\u202A-\u202E\u2066-\u2069]/.test(text))
    flags.push("bidirectional-controls");
  if (text.includes("\uFFFD")) flags.push("replaced-characters");
  if (typeId === "csv" && hasFormulaCell(text)) flags.push("formula-cells");
  return { ok: true, typeId, flags };
}

/** A cell that a spreadsheet would run; a negative number or a telephone number is none. */
function hasFormulaCell(text: string): boolean {
  return /(?:^|[,;\t\r\n])"?\s*(?:[=@]|[+-](?![\d\s.,()-]*(?:["',;\t\r\n]|$)))/.test(
    text,
  );
}

/** RTF is text too; what it can carry in objects and fields is for staff to know. */
export function inspectRtf(bytes: Buffer): Inspection {
  const text = bytes.toString("latin1");
  if (!text.trimEnd().replace(/\0+$/, "").endsWith("}"))
    return refuse("corrupt");
  const flags: FileFlag[] = [];
  if (/\\obj(?:data|emb|link|autlink|ocx|html)\b|\\object\b/.test(text))
    flags.push("embedded-object");
  if (/\\\*\\template\b/.test(text)) flags.push("external-template");
  if (/\b(?:INCLUDEPICTURE|INCLUDETEXT|DDEAUTO|DDE)\b/.test(text))
    flags.push("external-content");
  if (/\\(?:deleted|revised)\b/.test(text)) flags.push("tracked-changes");
  if (/\\v(?![a-z0-9])/.test(text)) flags.push("hidden-text");
  return { ok: true, typeId: "rtf", flags };
}
