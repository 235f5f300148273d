import { type Entry, type Options, parse } from "@retorquere/bibtex-parser";
import {
  type BrokenReason,
  excerptOfLine,
  type ListRemark,
} from "../reference-list.ts";
import { keywordsAsWritten, recordOfEntry } from "./bib-fields.ts";
import { type BibPiece, cutBibtex } from "./cut-bibtex.ts";
import type { RawRecord } from "./raw-record.ts";

/**
 * Records of a BibTeX file in their order. Each is parsed for itself, with the
 * abbreviations and the record that it refers to, so that a broken one costs no
 * other and each is told by its own line.
 */
export function readBibtex(text: string) {
  const cut = cutBibtex(text);
  const records: RawRecord[] = [];
  const broken: ListRemark<BrokenReason>[] = [...cut.broken];
  const surroundings = findSurroundings(cut);
  for (const piece of cut.entries) {
    const entry = parsePiece(piece, surroundings(piece));
    if (entry) records.push(recordOfEntry(piece.line, entry));
    else
      broken.push({
        line: piece.line,
        reason: "not-readable",
        excerpt: excerptOfLine(piece.text),
      });
  }
  return { records, broken, remarks: cut.remarks };
}

/** By itself the parser makes two of a publisher with an "and". */
const fieldMode: NonNullable<Options["fieldMode"]> = {
  ...Object.fromEntries(
    ["publisher", "institution", "organization"].map((name) => [
      name,
      "richtext" as const,
    ]),
  ),
  serieseditor: "creatorlist",
};

/** By their own name the parser puts keywords in the order of the alphabet. */
function renameKeywords(text: string): string {
  return text.replace(
    /([,\n][ \t]{0,50})keywords?([ \t]{0,50}=)/gi,
    `$1${keywordsAsWritten}$2`,
  );
}

type Around = { before: BibPiece[]; after: BibPiece[] };

/** @returns undefined where the parser finds a fault in it. */
function parsePiece(
  piece: BibPiece,
  { before, after }: Around,
): Entry | undefined {
  const texts = [...before, piece, ...after].map(({ text }) => text);
  try {
    const { entries, errors } = parse(renameKeywords(texts.join("\n")), {
      sentenceCase: false,
      caseProtection: false,
      fieldMode,
      unsupported: (_node, tex) => tex,
    });
    return errors.length > 0 ? undefined : entries[0];
  } catch {
    return undefined;
  }
}

const crossReference = /\bcrossref\s{0,20}=\s{0,20}[{"]([^{}"]{1,200})[}"]/i;
const barewords = /[=#]\s{0,20}([A-Za-z][\w:.-]{0,80})/g;
/** A string may be made of others, and those of others again. */
const mostSteps = 5;
const mostStrings = 50;

/** What a record needs beside itself to be read: abbreviations by their names, and the record it inherits from. */
function findSurroundings({ entries, strings }: ReturnType<typeof cutBibtex>) {
  const stringsByName = new Map(
    strings.map((piece) => [nameOfString(piece.text), piece]),
  );
  const entriesByKey = new Map(
    entries.map((piece) => [keyOfEntry(piece.text), piece]),
  );
  return (piece: BibPiece): Around => {
    const [, key] = crossReference.exec(piece.text) ?? [];
    const parent = key && entriesByKey.get(key.trim());
    const found = new Set<BibPiece>();
    let wanted = parent ? [piece, parent] : [piece];
    for (let step = 0; step < mostSteps && wanted.length > 0; step += 1) {
      wanted = wanted
        .flatMap(({ text }) => namesIn(text))
        .flatMap((name) => stringsByName.get(name) ?? [])
        .filter((one) => !found.has(one))
        .slice(0, mostStrings);
      wanted.forEach((one) => found.add(one));
    }
    // An abbreviation of abbreviations comes after those that it is made of.
    const before = [...found].reverse();
    return { before, after: parent && parent !== piece ? [parent] : [] };
  };
}

function namesIn(text: string): string[] {
  return Array.from(text.matchAll(barewords), ([, name = ""]) =>
    name.toLowerCase(),
  );
}

function nameOfString(text: string): string {
  return /[{(]\s{0,20}([^\s={}()]{1,80})/.exec(text)?.[1]?.toLowerCase() ?? "";
}

function keyOfEntry(text: string): string {
  return /[{(]\s{0,20}([^\s,{}()]{1,200})/.exec(text)?.[1] ?? "";
}
