import mammoth from "mammoth";
import { readArchive } from "../formats/archive.server.ts";
import { collectText, parseXml } from "../formats/parse-xml.server.ts";

const wordRules = {
  leftOut: new Set(["w:del", "w:moveFrom"]),
  before: { "w:tab": "\t", "w:br": "\n" },
  after: { "w:p": "\n" },
  textElements: new Set(["w:t"]),
};

/** The text of a Word document as its author left it: what they deleted is not in it, their notes are. */
export async function extractWordText(bytes: Buffer): Promise<string> {
  // mammoth unpacks without a bound: what would hurt it is found here first.
  const notes = await extractNotes(bytes);
  const { value } = await mammoth.extractRawText({ buffer: bytes });
  return `${value}\n\n${notes}`;
}

/** mammoth's raw text leaves foot- and endnotes out, in which evidence often stands. */
async function extractNotes(bytes: Buffer): Promise<string> {
  const outcome = await readArchive(bytes, (name) =>
    /^word\/(?:foot|end)notes\.xml$/.test(name),
  );
  if (!outcome.ok) throw new Error("The archive cannot be read");
  return [...outcome.archive.parts.values()]
    .map((part) => parseXml(part.toString("utf8").replace(/^\uFEFF/, "")))
    .map((notes) => collectText(notes.documentElement, wordRules))
    .join("\n");
}
