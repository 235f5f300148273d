import type { Db } from "#app/db/schema.ts";
import type { ReadTable } from "./judge-rows.server.ts";
import type { CsvRow } from "./csv-file.server.ts";
import type { ImportFile } from "./import-files.ts";
import { selectImportFileRows } from "./import-files.queries.server.ts";

const rowsInPage = 500;

/** A table that was uploaded, for the check and the import to read as they read a CSV. */
export function readKeptTable(db: Db, file: ImportFile): ReadTable {
  return {
    open: () => ({ rows: readRows(db, file), sha256: () => file.sha256 }),
  };
}

async function* readRows(
  db: Db,
  { importFileId, headings }: ImportFile,
): AsyncGenerator<CsvRow> {
  yield { line: 1, cells: headings };
  for (let afterLine = 0; ;) {
    const of = { importFileId, afterLine, limit: rowsInPage };
    const rows = await selectImportFileRows(db, of);
    for (const { line, cells } of rows)
      yield { line, cells: JSON.parse(cells) as string[] };
    const last = rows.at(-1);
    if (!last || rows.length < rowsInPage) return;
    afterLine = last.line;
  }
}
