import { bytesInMemory } from "./formats/file-bytes.server.ts";
import { readArchive } from "./formats/archive.server.ts";

export type WorkbookParts =
  | { ok: true; parts: Map<string, Buffer> }
  | { ok: false; reason: "locked" | "too-big" | "not-workbook" };

/** More than a table of `maxTableRows` needs; whoever reads it has all of it in memory. */
const maxPartsBytes = 80_000_000;

const isPart = (name: string) =>
  /^xl\/(?:(?:workbook|sharedStrings|worksheets\/[^/]+)\.xml|_rels\/workbook\.xml\.rels)$/.test(
    name,
  );

/**
 * The sheets of an XLSX as XML, unpacked after its sizes, ratios and names were
 * looked at: what a ZIP says of itself is not believed.
 */
export async function readWorkbookParts(bytes: Buffer): Promise<WorkbookParts> {
  const read = await readArchive(bytesInMemory(bytes), isPart);
  if (!read.ok) return { ok: false, reason: reasonOf(read.reason) };
  const { parts } = read.archive;
  if (!parts.has("xl/workbook.xml"))
    return { ok: false, reason: "not-workbook" };
  let partsBytes = 0;
  for (const part of parts.values()) partsBytes += part.length;
  return partsBytes > maxPartsBytes
    ? { ok: false, reason: "too-big" }
    : { ok: true, parts };
}

function reasonOf(reason: string): "locked" | "too-big" | "not-workbook" {
  if (reason === "encrypted") return "locked";
  return reason === "unpacked-too-big" ? "too-big" : "not-workbook";
}
