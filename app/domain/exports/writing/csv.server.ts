import { csvStart, writeCsvRow } from "../../text/csv.ts";
import type { Member } from "../export-zip.server.ts";
import type { Material } from "../material.server.ts";
import { tableOf } from "./rows.server.ts";

/** A table for a spreadsheet, no cell of it a formula. */
export function csvMembers(material: Material): Member[] {
  return [{ name: "responses.csv", pieces: () => writeCsv(material) }];
}

async function* writeCsv(material: Material): AsyncGenerator<string> {
  const table = await tableOf(material);
  yield csvStart + writeCsvRow(table.headings);
  for await (const part of material.parts())
    yield part.map((one) => writeCsvRow(table.cellsOf(one))).join("");
}
