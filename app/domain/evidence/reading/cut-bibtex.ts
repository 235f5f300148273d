import { countLines, findNextStarts } from "./count-lines.ts";
import {
  type BrokenReason,
  excerptOfLine,
  listLimits,
  type ListRemark,
  type RemarkReason,
} from "../reference-list.ts";

/** A piece of a BibTeX file from its `@` on, to be parsed for itself. */
export type BibPiece = { line: number; type: string; text: string };

export type CutBibtex = {
  entries: BibPiece[];
  strings: BibPiece[];
  broken: ListRemark<BrokenReason>[];
  remarks: ListRemark<RemarkReason>[];
};

/** At the beginning of a line, or after the end of the record before. */
const opening =
  /(?:^|\n)[ \t]{0,50}@[ \t]{0,5}([A-Za-z]{1,40})[ \t]{0,5}([{(])/g;
/** A record's first line within another says that the other was never closed. */
const nextRecord =
  /\n[ \t]{0,50}@[ \t]{0,5}[A-Za-z]{1,40}[ \t]{0,5}[{(][^\s,{}()]{0,200}[ \t]{0,5},/g;

/** Cuts a BibTeX file into its records; what stands between them is its writer's comment, and no record. */
export function cutBibtex(text: string): CutBibtex {
  const cut: CutBibtex = { entries: [], strings: [], broken: [], remarks: [] };
  const lineAt = countLines(text);
  const nextStart = findNextStarts(text, nextRecord);
  opening.lastIndex = 0;
  for (;;) {
    const found = opening.exec(text);
    if (!found) return cut;
    const start = found.index + found[0].indexOf("@");
    const type = (found[1] ?? "").toLowerCase();
    const end = endOfPiece(text, start, {
      isInBrackets: found[2] === "(",
      last: nextStart(start),
    });
    const line = lineAt(start);
    const piece = { line, type, text: text.slice(start, end.at) };
    sortPiece(cut, piece, end.isClosed);
    opening.lastIndex = end.at;
    remarkOnRest(cut, text, { at: end.at, line: lineAt(end.at) });
    if (cut.entries.length + cut.broken.length > listLimits.records) return cut;
  }
}

function sortPiece(cut: CutBibtex, piece: BibPiece, isClosed: boolean) {
  const { line, type, text } = piece;
  if (type === "comment" || type === "preamble") return;
  if (type === "string") {
    if (isClosed) cut.strings.push(piece);
    return;
  }
  const isTooLong = text.length > listLimits.recordCodeUnits;
  if (isClosed && !isTooLong) cut.entries.push(piece);
  else
    cut.broken.push({
      line,
      reason: isTooLong ? "too-long" : "not-closed",
      excerpt: excerptOfLine(text),
    });
}

/** What follows a record on its last line is what a brace too many has cut off. */
function remarkOnRest(
  { remarks }: CutBibtex,
  text: string,
  { at, line }: { at: number; line: number },
) {
  const [rest = ""] = /^[^\n@]{0,400}/.exec(text.slice(at, at + 400)) ?? [];
  if (/[^\s,})%]/.test(rest))
    remarks.push({
      line,
      reason: "outside-record",
      excerpt: excerptOfLine(rest),
    });
}

/** Past the end of a piece: of its braces, else where the next record begins or the text ends. */
function endOfPiece(
  text: string,
  start: number,
  { isInBrackets, last }: { isInBrackets: boolean; last: number },
) {
  const closing = isInBrackets ? ")" : "}";
  let depth = 0;
  for (let at = start; at < last; at += 1) {
    const character = text[at];
    if (character === "\\") at += 1;
    else if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    if (character === closing && depth === 0)
      return { at: at + 1, isClosed: true };
  }
  return { at: last, isClosed: false };
}
