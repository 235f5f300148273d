import { readFile } from "node:fs/promises";
import { decodeText } from "../decode-text.ts";
import { extractWordText } from "./extract-docx.server.ts";
import { extractOpenDocumentText } from "./extract-odt.server.ts";
import {
  type Extraction,
  type ExtractionTask,
  freezeText,
  maxExtractedCharacters,
  maxPdfMilliseconds,
  maxPdfPages,
} from "../extraction.ts";
import { isBeyondEffort } from "../formats/pdf-effort.server.ts";
import { openPdf, type PdfDocument } from "../formats/pdf-document.server.ts";

/** Takes the text out of one file; runs in a worker thread. */
export async function extractFromFile(
  task: ExtractionTask,
): Promise<Extraction> {
  const bytes = await readFile(task.path);
  if (task.typeId === "pdf" && isBeyondEffort(bytes))
    return { state: "failed", reason: "beyond-effort" };
  // The parsers throw what they like; a file that one of them cannot read is no fault of ours.
  const raw = await readText(task.typeId, bytes).catch(() => undefined);
  if (raw === undefined) return { state: "failed", reason: "unreadable" };
  const { text, isTruncated } = freezeText(raw.text);
  return text === ""
    ? { state: "no-text" }
    : { state: "done", text, isTruncated: isTruncated || raw.isCut };
}

async function readText(
  typeId: ExtractionTask["typeId"],
  bytes: Buffer,
): Promise<RawText | undefined> {
  switch (typeId) {
    case "pdf":
      return readPdf(bytes);
    case "docx":
      return whole(await extractWordText(bytes));
    case "odt":
      return whole(await extractOpenDocumentText(bytes));
    case "txt":
    case "csv":
      return whole(decodeText(bytes));
    default:
      return whole("");
  }
}

/** `isCut`: the file has more text than was read. */
type RawText = { text: string; isCut: boolean };

const whole = (text: string): RawText => ({ text, isCut: false });

/** The text of the first pages, as many as the bounds let through: part of a long paper is more than none of it. */
async function readPdf(bytes: Buffer): Promise<RawText | undefined> {
  const pdf = await openPdf(bytes);
  if (!pdf.ok) return undefined;
  const { numPages } = pdf.document;
  const endsAt = performance.now() + maxPdfMilliseconds;
  const pages: string[] = [];
  let length = 0;
  while (
    pages.length < Math.min(numPages, maxPdfPages) &&
    length <= maxExtractedCharacters &&
    performance.now() < endsAt
  ) {
    const text = await readPage(pdf.document, pages.length + 1);
    pages.push(text);
    length += text.length;
  }
  await pdf.document.destroy();
  return { text: pages.join("\n\n"), isCut: pages.length < numPages };
}

/** Lines as the PDF sets them: unpdf's own extractText runs them together. */
async function readPage(document: PdfDocument, pageNumber: number) {
  const page = await document.getPage(pageNumber);
  const { items } = await page.getTextContent();
  page.cleanup();
  return items
    .map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : ""))
    .join("");
}
