import type { Db, NewRow, Row, Trx } from "#app/db/schema.ts";

export async function selectMove(db: Db): Promise<Row<"moves"> | undefined> {
  return db.selectFrom("moves").selectAll().executeTakeFirst();
}

export async function insertMove(
  trx: Trx,
  row: NewRow<"moves">,
): Promise<void> {
  await trx.insertInto("moves").values(row).execute();
}

/** @returns false where the move is not there any more. */
export async function finishMove(
  db: Db,
  { mark, now }: { mark: string; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("moves")
    .set({ finished_at: now.toISOString() })
    .where("side", "=", "source")
    .where("mark", "=", mark)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function deleteMove(db: Db): Promise<void> {
  await db.deleteFrom("moves").execute();
}
