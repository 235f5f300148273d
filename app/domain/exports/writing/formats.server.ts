import type { Members } from "../export-zip.server.ts";
import type { ExportFormat } from "../exports.ts";
import type { Material } from "../material.server.ts";
import { csvMembers } from "./csv.server.ts";
import { jsonMembers } from "./json.server.ts";
import { odtMembers } from "./odt.server.ts";
import { qdpxMembers } from "./qdpx.server.ts";
import { risMembers } from "./ris.server.ts";
import { xlsxMembers } from "./xlsx.server.ts";

const writers: Record<ExportFormat, (material: Material) => Members> = {
  csv: csvMembers,
  xlsx: xlsxMembers,
  json: jsonMembers,
  odt: odtMembers,
  ris: risMembers,
  qdpx: qdpxMembers,
};

/** The files that a format is made of, none of them begun yet. */
export function membersOf(format: ExportFormat, material: Material): Members {
  return writers[format](material);
}
