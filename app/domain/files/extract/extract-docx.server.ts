import mammoth from "mammoth";
import { decodeText } from "../decode-text.ts";
import type { FileBytes } from "../formats/file-bytes.server.ts";
import { type Archive, readArchive } from "../formats/archive.server.ts";
import { isOfOrdinaryShape } from "../formats/xml-shape.ts";
import { collectText, type TextRules } from "../formats/xml-text.ts";

const noteRules: TextRules = {
  leftOut: new Set(["w:del", "w:moveFrom"]),
  before: { "w:tab": "\t", "w:br": "\n" },
  after: { "w:p": "\n" },
  textElements: new Set(["w:t"]),
};

/** As mammoth reads it: what stands twice is read in the form for older programs. */
const bodyRules: TextRules = {
  ...noteRules,
  within: "w:body",
  leftOut: new Set(["w:del", "w:moveFrom", "w:pPr", "mc:Choice"]),
  after: { "w:p": "\n\n" },
};

const mainPart = "word/document.xml";
const notesPart = /^word\/(?:foot|end)notes\.xml$/;

/** The text of a Word document as its author left it: what they deleted is not in it, their notes are. */
export async function extractWordText(file: FileBytes): Promise<string> {
  // mammoth unpacks without a bound: what would hurt it is found here first.
  const outcome = await readArchive(file, (name) =>
    /^word\/.*\.xml$/.test(name),
  );
  if (!outcome.ok) throw new Error("The archive cannot be read");
  const { archive } = outcome;
  return `${await extractBody(file, archive)}\n\n${extractNotes(archive)}`;
}

/** mammoth holds a document as a whole, with all its pictures, and several times. */
const mostBytesForMammoth = 10_000_000;

/** A large document, or one that was made to hold mammoth up, is read without it: its words are not lost for its shape. */
async function extractBody(
  file: FileBytes,
  { parts }: Archive,
): Promise<string> {
  const isOrdinary =
    file.byteSize <= mostBytesForMammoth &&
    [...parts.values()].every((part) => isOfOrdinaryShape(decodeText(part)));
  if (isOrdinary) {
    const buffer = file.read(0, file.byteSize);
    return (await mammoth.extractRawText({ buffer })).value;
  }
  const main = parts.get(mainPart);
  if (!main) throw new Error("The document has no text body");
  return collectText(decodeText(main), bodyRules);
}

/** mammoth's raw text leaves foot- and endnotes out, in which evidence often stands. */
function extractNotes({ parts }: Archive): string {
  return [...parts]
    .filter(([name]) => notesPart.test(name))
    .map(([, part]) => collectText(decodeText(part), noteRules))
    .join("\n");
}
