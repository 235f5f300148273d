import { ExportRefused } from "../export-errors.ts";
import type { Member } from "../export-zip.server.ts";
import type { ExportFormat } from "../exports.ts";
import type { Material } from "../material.server.ts";
import { csvMembers } from "./csv.server.ts";
import { jsonMembers } from "./json.server.ts";
import { risMembers } from "./ris.server.ts";

const writers: Partial<Record<ExportFormat, (material: Material) => Member[]>> =
  { csv: csvMembers, json: jsonMembers, ris: risMembers };

/** The files that a format is made of, none of them begun yet. */
export function membersOf(format: ExportFormat, material: Material): Member[] {
  const write = writers[format];
  if (!write) throw new ExportRefused("unexpected");
  return write(material);
}
