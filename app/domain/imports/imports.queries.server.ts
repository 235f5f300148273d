import type { ImportState } from "#app/db/column-values.ts";
import type { Db, Row, Trx } from "#app/db/schema.ts";

/** An import that was begun, or begun to be undone, and has not come to its end. */
export type UnfinishedImport = {
  importId: number;
  callId: number;
  state: ImportState;
  /** ISO-8601 UTC. */
  begunAt: string;
};

/** The newest import of these very bytes that was not undone. */
export async function selectImportOfFile(
  db: Db,
  of: { callId: number; sha256: string },
): Promise<Row<"imports"> | undefined> {
  return db
    .selectFrom("imports")
    .selectAll()
    .where("call_id", "=", of.callId)
    .where("file_sha256", "=", of.sha256)
    .executeTakeFirst();
}

/** The import of a call that was begun, or begun to be undone, and has not ended. */
export async function selectImportUnderWay(
  db: Db,
  callId: number,
): Promise<Row<"imports"> | undefined> {
  return db
    .selectFrom("imports")
    .selectAll()
    .where("call_id", "=", callId)
    .where("state", "in", ["arriving", "undoing"])
    .executeTakeFirst();
}

/** The same of all calls, the oldest first. */
export async function selectImportsUnderWay(
  db: Db,
): Promise<UnfinishedImport[]> {
  return db
    .selectFrom("imports")
    .select([
      "id as importId",
      "call_id as callId",
      "state",
      "imported_at as begunAt",
    ])
    .where("state", "in", ["arriving", "undoing"])
    .orderBy("id")
    .execute();
}

export async function selectImport(
  db: Db,
  importId: number,
): Promise<Row<"imports"> | undefined> {
  return db
    .selectFrom("imports")
    .selectAll()
    .where("id", "=", importId)
    .executeTakeFirst();
}

export async function insertImport(
  trx: Trx,
  row: {
    callId: number;
    sha256: string;
    requestSha256: string;
    rowCount: number;
    now: Date;
  },
): Promise<Row<"imports">> {
  return trx
    .insertInto("imports")
    .values({
      call_id: row.callId,
      file_sha256: row.sha256,
      request_sha256: row.requestSha256,
      row_count: row.rowCount,
      imported_at: row.now.toISOString(),
      state: "arriving",
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** @returns false where the import is no longer where this process left it. */
export async function moveImportOn(
  trx: Trx,
  step: { importId: number; fromLine: number; toLine: number },
): Promise<boolean> {
  const result = await trx
    .updateTable("imports")
    .set({ done_to_line: step.toLine })
    .where("id", "=", step.importId)
    .where("state", "=", "arriving")
    .where("done_to_line", "=", step.fromLine)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** @returns false where the import is in none of the states it may leave. */
export async function setImportState(
  trx: Trx,
  change: {
    importId: number;
    from: ImportState[];
    to: ImportState;
  },
): Promise<boolean> {
  const result = await trx
    .updateTable("imports")
    .set({ state: change.to })
    .where("id", "=", change.importId)
    .where("state", "in", change.from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The row stays, for the events that name it; its file may be imported again. */
export async function forgetImportedFile(
  trx: Trx,
  { id, file_sha256 }: Row<"imports">,
): Promise<void> {
  await trx
    .updateTable("imports")
    .set({ file_sha256: `undone-${id}-${file_sha256}` })
    .where("id", "=", id)
    .execute();
}
