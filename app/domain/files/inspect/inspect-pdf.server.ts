import type { FileFlag } from "../findings.ts";
import { type Inspection, refuse } from "../inspection.ts";
import type { FileBytes } from "../formats/file-bytes.server.ts";
import { openPdf } from "../formats/pdf-document.server.ts";
import { foreignPartsOfPdf } from "./foreign-parts.ts";
import { type PdfScan, scanPdf } from "./scan-pdf.server.ts";

/** Refuses what cannot be read or hides other files; flags what a PDF reader would do by itself. */
export async function inspectPdf(file: FileBytes): Promise<Inspection> {
  const foreign = foreignPartsOfPdf(file);
  if (foreign === "two-in-one") return refuse(foreign);
  const scan = scanPdf(file);
  if (!scan.ok) return refuse(scan.reason);
  const pdf = await openPdf(file);
  if (!pdf.ok) return refuse(pdf.reason);
  const attachments: unknown = await pdf.document.getAttachments();
  const hasScript = Boolean(await pdf.document.getJSActions());
  const namesSomebody = hasAuthor(await pdf.document.getMetadata());
  await pdf.document.destroy();
  if (attachments || scan.structure.names.has("FileAttachment"))
    return refuse("embedded-file");
  const flags = flagsOf(scan);
  if (hasScript) flags.add("pdf-javascript");
  if (namesSomebody) flags.add("document-properties");
  if (foreign) flags.add(foreign);
  return { ok: true, typeId: "pdf", flags: [...flags] };
}

type PdfMetadata = {
  info: unknown;
  metadata?: { get: (name: string) => unknown } | null;
};

/** In the file's own list, or in the XMP that stands beside it. */
function hasAuthor({ info, metadata }: PdfMetadata): boolean {
  const values = info as Record<string, unknown>;
  const authors = [values.Author, values.Company, metadata?.get("dc:creator")];
  return authors
    .flat()
    .some((author) => typeof author === "string" && author.trim() !== "");
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
    if (scan.structure.names.has(name)) flags.add(flag);
  if (scan.structure.opensAddressByItself()) flags.add("pdf-uri-action");
  if (scan.hasInvisibleText) flags.add("pdf-hidden-text");
  return flags;
}
