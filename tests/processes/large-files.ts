import path from "node:path";
import { extractFromFile } from "#app/domain/files/extract/read-text.server.ts";
import type { AcceptedTypeId } from "#app/domain/files/accepted-types.ts";
import { inspectBytes } from "#app/domain/files/inspect/inspect-bytes.server.ts";

/**
 * Inspects files and takes out their text, a folder after the other, and prints
 * for each folder what it found and the most memory that was used until then, in kB.
 */
const [folders = "", names = ""] = process.argv.slice(2);

for (const folder of folders.split(",")) {
  const found: string[] = [];
  for (const name of names.split(",")) {
    const file = path.join(folder, name);
    const inspection = await inspectBytes({ path: file, originalName: name });
    const typeId: AcceptedTypeId = inspection.ok ? inspection.typeId : "txt";
    const { state } = await extractFromFile({ path: file, typeId });
    found.push(inspection.ok ? `${typeId} ${state}` : inspection.reason);
  }
  const mostKilobytes = process.resourceUsage().maxRSS;
  console.log(JSON.stringify({ found, mostKilobytes }));
}
