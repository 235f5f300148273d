import type { FileFlag } from "../findings.ts";
import { type Inspection, refuse } from "../inspection.ts";
import { openPdf } from "../formats/pdf-document.server.ts";
import { type PdfScan, scanPdf } from "./scan-pdf.server.ts";

/** Refuses what cannot be read or hides other files; flags what a PDF reader would do by itself. */
export async function inspectPdf(bytes: Buffer): Promise<Inspection> {
  const scan = scanPdf(bytes);
  if (!scan.ok) return refuse(scan.reason);
  const pdf = await openPdf(bytes);
  if (!pdf.ok) return refuse(pdf.reason);
  const attachments: unknown = await pdf.document.getAttachments();
  const hasScript = Boolean(await pdf.document.getJSActions());
  await pdf.document.destroy();
  if (attachments || scan.names.has("FileAttachment"))
    return refuse("embedded-file");
  const flags = flagsOf(scan);
  if (hasScript) flags.add("pdf-javascript");
  return { ok: true, typeId: "pdf", flags: [...flags] };
}

const flagsByName: Record<string, FileFlag> = {
  JavaScript: "pdf-javascript",
  JS: "pdf-javascript",
  Launch: "pdf-launch-action",
  SubmitForm: "pdf-form-submission",
  RichMedia: "embedded-object",
  EmbeddedFile: "embedded-object",
};

function flagsOf(scan: PdfScan & { ok: true }): Set<FileFlag> {
  const flags = new Set<FileFlag>();
  for (const [name, flag] of Object.entries(flagsByName))
    if (scan.names.has(name)) flags.add(flag);
  if (opensAddressByItself(scan.structure)) flags.add("pdf-uri-action");
  if (scan.hasInvisibleText) flags.add("pdf-hidden-text");
  return flags;
}

/** Links that are clicked are in most PDFs; one that opens by itself tells somebody that the file was opened. */
function opensAddressByItself(structure: string): boolean {
  const action = /\/S\s*\/URI\b/;
  for (const match of structure.matchAll(
    /\/(?:OpenAction|AA)\s*(?:<<([\s\S]{0,500})|(\d+)\s+\d+\s+R)/g,
  )) {
    const [, inline, objectNumber] = match;
    if (inline !== undefined && action.test(inline)) return true;
    if (objectNumber === undefined) continue;
    const start = new RegExp(`(?:^|\\s)${objectNumber}\\s+\\d+\\s+obj`).exec(
      structure,
    );
    // An object in an object stream has no heading: then any address counts.
    const body = start
      ? structure.slice(start.index, structure.indexOf("endobj", start.index))
      : structure;
    if (action.test(body)) return true;
  }
  return false;
}
