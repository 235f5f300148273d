import type { Db } from "#app/db/schema.ts";
import { judgeRows, type ReadTable } from "./judge-rows.server.ts";
import type { ImportFile } from "./import-files.ts";
import type { RowRefusal } from "./import-refusals.ts";
import { type ImportWork, requestOf } from "./import-work.server.ts";
import {
  selectImport,
  selectImportUnderWay,
} from "./imports.queries.server.ts";
import { readKeptTable } from "./table-rows.server.ts";

export type RefusedCells = {
  line: number;
  cells: string[];
  refusal: RowRefusal;
};

/**
 * The rows that a table's check refused, or its import left out, with their cells:
 * found anew, so that nothing of them is kept twice.
 */
export async function* findRefusedRows(
  db: Db,
  file: ImportFile,
  by: Pick<ImportWork, "messages" | "now">,
): AsyncGenerator<RefusedCells> {
  if (!file.map) return;
  const { table, lastCells } = remembering(readKeptTable(db, file));
  const request = { ...(await requestOf(db, by, file)), file: table };
  // What the import brought in itself did not come in before.
  const underWay =
    file.importId === undefined
      ? undefined
      : await selectImport(db, file.importId);
  const judging = { ...request, underWay };
  for await (const judged of judgeRows(db, table.open(), judging))
    if (judged.kind === "refused")
      yield { line: judged.line, cells: lastCells(), refusal: judged.refusal };
}

/** Rows are judged one after the other: the last that was read is the one that is told of. */
function remembering(table: ReadTable) {
  let last: string[] = [];
  async function* remember() {
    for await (const row of table.open().rows) {
      last = row.cells;
      yield row;
    }
  }
  const open = () => ({ ...table.open(), rows: remember() });
  return { table: { open }, lastCells: () => last };
}

/** How far an import has come, from 0 to 1; undefined while it has not begun to write. */
export async function selectImportProgress(
  db: Db,
  file: ImportFile,
): Promise<number | undefined> {
  const underWay = await selectImportUnderWay(db, file.callId);
  if (!underWay || underWay.file_sha256 !== file.sha256) return undefined;
  return Math.min(1, underWay.done_to_line / Math.max(1, file.lastLine));
}
