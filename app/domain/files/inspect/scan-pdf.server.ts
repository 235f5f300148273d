import type { FileBytes } from "../formats/file-bytes.server.ts";
import { readPdfStreams } from "../formats/pdf-streams.server.ts";
import { isUnpackedTooBig } from "../inspection.ts";
import { openPdfStructure, type PdfStructure } from "./pdf-structure.ts";

export type PdfScan =
  | {
      ok: true;
      structure: PdfStructure;
      hasInvisibleText: boolean;
    }
  | { ok: false; reason: "unpacked-too-big" };

/** Holds a few hundred small objects; it is read as text, so a large one would cost several times its size. */
const maxObjectStreamBytes = 10_000_000;
/**
 * Reads a PDF as a row of streams with text between them. It finds what pdf.js
 * does not tell (actions, names in object streams), and it unpacks every stream
 * under a cap before pdf.js unpacks any without one.
 */
export function scanPdf(file: FileBytes): PdfScan {
  const structure = openPdfStructure();
  let hasInvisibleText = false;
  let unpackedBytes = 0;
  for (const { before, dictionary, unpacked } of readPdfStreams(file)) {
    structure.add(before);
    const isObjectStream = /\/Type\s*\/ObjStm/.test(dictionary);
    if (
      unpacked === "too-big" ||
      (isObjectStream && unpacked.length > maxObjectStreamBytes)
    )
      return { ok: false, reason: "unpacked-too-big" };
    unpackedBytes += unpacked.length;
    if (isUnpackedTooBig({ packedBytes: file.byteSize, unpackedBytes }))
      return { ok: false, reason: "unpacked-too-big" };
    if (isObjectStream) structure.add(unpacked.toString("latin1"));
    else if (drawsInvisibleText(unpacked)) hasInvisibleText = true;
  }
  return { ok: true, structure, hasInvisibleText };
}

/** `3 Tr`: text that is neither filled nor stroked. Bytes are searched, because a string would double them. */
function drawsInvisibleText(content: Buffer): boolean {
  return ["3 Tr", "3\nTr", "3\r\nTr", "3  Tr"].some((operator) =>
    content.includes(operator, 0, "latin1"),
  );
}
