import { decodePieces } from "../decode-text.ts";
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
import { isPoorText } from "../poor-text.ts";
import { type FileBytes, withFileBytes } from "../formats/file-bytes.server.ts";
import { isBeyondEffort } from "../formats/pdf-effort.server.ts";
import { openPdf, type PdfDocument } from "../formats/pdf-document.server.ts";

/** Takes the text out of one file; runs in a worker thread. */
export async function extractFromFile(
  task: ExtractionTask,
): Promise<Extraction> {
  return withFileBytes(task.path, (file) => extractFromOpened(task, file));
}

async function extractFromOpened(
  task: ExtractionTask,
  file: FileBytes,
): Promise<Extraction> {
  if (task.typeId === "pdf" && isBeyondEffort(file))
    return { state: "failed", reason: "beyond-effort" };
  // The parsers throw what they like; a file that one of them cannot read is no fault of ours.
  const raw = await readText(task.typeId, file).catch(() => undefined);
  if (raw === undefined) return { state: "failed", reason: "unreadable" };
  const { text, isTruncated } = freezeText(raw.text);
  const poor = isPoorText(text, raw.pageCount ?? 0) && { isPoor: true };
  return text === ""
    ? { state: "no-text", ...poor }
    : { state: "done", text, isTruncated: isTruncated || raw.isCut, ...poor };
}

async function readText(
  typeId: ExtractionTask["typeId"],
  file: FileBytes,
): Promise<RawText | undefined> {
  switch (typeId) {
    case "pdf":
      return readPdf(file);
    case "docx":
      return whole(await extractWordText(file));
    case "odt":
      return whole(await extractOpenDocumentText(file));
    case "txt":
    case "csv":
      return readPlain(file);
    default:
      return whole("");
  }
}

/** `isCut`: the file has more text than was read. */
type RawText = { text: string; isCut: boolean; pageCount?: number };

const whole = (text: string): RawText => ({ text, isCut: false });

/** As much as is kept, and what may be taken out of it on the way; what follows is not decoded. */
function readPlain(file: FileBytes): RawText {
  const parts: string[] = [];
  let length = 0;
  for (const part of decodePieces(file)) {
    if (length > 2 * maxExtractedCharacters)
      return { text: parts.join(""), isCut: true };
    parts.push(part);
    length += part.length;
  }
  return whole(parts.join(""));
}

/** The text of the first pages, as many as the bounds let through: part of a long paper is more than none of it. */
async function readPdf(file: FileBytes): Promise<RawText | undefined> {
  const pdf = await openPdf(file);
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
  const isCut = pages.length < numPages;
  return { text: pages.join("\n\n"), isCut, pageCount: pages.length };
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
