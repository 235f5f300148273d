import type { Db, Trx } from "#app/db/schema.ts";

export async function selectImportOfFile(
  db: Db,
  of: { callId: number; sha256: string },
) {
  return db
    .selectFrom("imports")
    .select(["imported_at", "row_count"])
    .where("call_id", "=", of.callId)
    .where("file_sha256", "=", of.sha256)
    .executeTakeFirst();
}

export async function insertImport(
  trx: Trx,
  row: { callId: number; sha256: string; rowCount: number; now: Date },
): Promise<number> {
  const { id } = await trx
    .insertInto("imports")
    .values({
      call_id: row.callId,
      file_sha256: row.sha256,
      row_count: row.rowCount,
      imported_at: row.now.toISOString(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
