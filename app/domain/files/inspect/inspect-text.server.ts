import { decodePieces } from "../decode-text.ts";
import type { FileFlag } from "../findings.ts";
import type { FileBytes } from "../formats/file-bytes.server.ts";
import { type Inspection, refuse } from "../inspection.ts";
import { ddeField } from "./dde-field.ts";
import { openFormulaSearch } from "./formula-cells.ts";

/** What a browser might be talked into running; "<Name withheld>" is none of it. */
const markup =
  /^<(?:!doctype|!--|\?xml|html|head|body|script|svg|style|iframe|object|embed|img|meta|link|math|table|div|br)[\s/>]/i;
const markupCharacters = 1_000;

/** Text has no signature: it is taken as text where it holds no NUL and does not start like a web page. */
export function inspectText(
  file: FileBytes,
  typeId: "txt" | "csv",
): Inspection {
  const flags = new Set<FileFlag>();
  const formulas = openFormulaSearch();
  let start = "";
  let mayNotGoOn = false;
  for (const piece of decodePieces(file)) {
    const text = withoutFiller(piece);
    if (text.includes("\0") || (text !== "" && mayNotGoOn))
      return refuse("not-text");
    // NULs at the end are a block that was filled up; those before more text are not.
    if (piece.includes("\0", text.length)) mayNotGoOn = true;
    if (start.length < markupCharacters) start += piece;
    if (/[\u202A-\u202E\u2066-\u2069]/.test(text))
      flags.add("bidirectional-controls");
    if (text.includes("\uFFFD")) flags.add("replaced-characters");
    if (typeId === "csv") formulas.add(piece);
  }
  if (markup.test(start.slice(0, markupCharacters).trimStart()))
    return refuse("markup");
  if (typeId === "csv" && formulas.hasFormula()) flags.add("formula-cells");
  return { ok: true, typeId, flags: [...flags] };
}

const rtfSigns: [flag: FileFlag, sign: RegExp][] = [
  ["embedded-object", /\\obj(?:data|emb|link|autlink|ocx|html)\b|\\object\b/],
  ["external-template", /\\\*\\template\b/],
  ["external-content", /\b(?:INCLUDEPICTURE|INCLUDETEXT)\b/i],
  ["dde-field", ddeField],
  ["document-properties", /\\(?:author|operator|manager|company)\s+[^\s}]/],
  ["tracked-changes", /\\(?:deleted|revised)\b/],
  ["hidden-text", /\\v(?![a-z0-9])/],
];

/** Further apart than the beginning and the end of any sign. */
const overlapCharacters = 1_000;

/** RTF is text too; what it can carry in objects and fields is for staff to know. */
export function inspectRtf(file: FileBytes): Inspection {
  const flags = new Set<FileFlag>();
  let last = "";
  let before = "";
  for (const bytes of file.pieces()) {
    const piece = bytes.toString("latin1");
    last = withoutFiller(piece).at(-1) ?? last;
    // What stands at an end may be the half of a word: it is looked at with the next piece.
    const text = before + piece;
    addSigns(flags, text, text.length - overlapCharacters);
    before = text.slice(-2 * overlapCharacters);
  }
  addSigns(flags, before, before.length);
  if (last !== "}") return refuse("corrupt");
  const inOrder = rtfSigns.map(([flag]) => flag);
  return {
    ok: true,
    typeId: "rtf",
    flags: inOrder.filter((flag) => flags.has(flag)),
  };
}

function addSigns(flags: Set<FileFlag>, text: string, until: number) {
  for (const [flag, sign] of rtfSigns) {
    if (flags.has(flag)) continue;
    const found = sign.exec(text);
    if (found && found.index + found[0].length <= until) flags.add(flag);
  }
}

/** Some programs fill the last block of a file up with blanks or NULs. */
function withoutFiller(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s\0]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
