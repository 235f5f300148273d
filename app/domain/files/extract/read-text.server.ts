import { readFile } from "node:fs/promises";
import { decodeText } from "../decode-text.ts";
import { extractWordText } from "./extract-docx.server.ts";
import { extractOpenDocumentText } from "./extract-odt.server.ts";
import {
  type Extraction,
  type ExtractionTask,
  freezeText,
  maxExtractedCharacters,
} from "../extraction.ts";
import { openPdf, type PdfDocument } from "../formats/pdf-document.server.ts";

/** Takes the text out of one file; runs in a worker thread. */
export async function extractFromFile(
  task: ExtractionTask,
): Promise<Extraction> {
  const bytes = await readFile(task.path);
  // The parsers throw what they like; a file that one of them cannot read is no fault of ours.
  const raw = await readText(task.typeId, bytes).catch(() => undefined);
  if (raw === undefined) return { state: "failed", reason: "unreadable" };
  const frozen = freezeText(raw);
  return frozen.text === ""
    ? { state: "no-text" }
    : { state: "done", ...frozen };
}

async function readText(
  typeId: ExtractionTask["typeId"],
  bytes: Buffer,
): Promise<string | undefined> {
  switch (typeId) {
    case "pdf":
      return readPdf(bytes);
    case "docx":
      return extractWordText(bytes);
    case "odt":
      return extractOpenDocumentText(bytes);
    case "txt":
    case "csv":
      return decodeText(bytes);
    default:
      return "";
  }
}

async function readPdf(bytes: Buffer): Promise<string | undefined> {
  const pdf = await openPdf(bytes);
  if (!pdf.ok) return undefined;
  const pages: string[] = [];
  let length = 0;
  for (let page = 1; page <= pdf.document.numPages; page += 1) {
    const text = await readPage(pdf.document, page);
    pages.push(text);
    length += text.length;
    if (length > maxExtractedCharacters) break;
  }
  await pdf.document.destroy();
  return pages.join("\n\n");
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
