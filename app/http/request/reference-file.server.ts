import type { EvidenceItem } from "#app/domain/calls/evidence-items/evidence-item.ts";
import {
  type ReferenceFormat,
  referenceFormats,
  writeReferences,
} from "#app/domain/evidence/write-references.ts";

/** The format that an address names; undefined where it names none. */
export function readReferenceFormat(
  named: string | undefined,
): ReferenceFormat | undefined {
  return referenceFormats.find((format) => format === named);
}

/** Pieces of evidence as a file for a reference manager, of which no copy is kept on the way. */
export function referenceFile(
  items: EvidenceItem[],
  format: ReferenceFormat,
  { name, headers = {} }: { name: string; headers?: Record<string, string> },
): Response {
  const { text, type, extension } = writeReferences(items, format);
  return new Response(text, {
    headers: {
      ...headers,
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${name}.${extension}"`,
      "Cache-Control": "no-store",
    },
  });
}
