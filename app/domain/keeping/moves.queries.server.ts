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

export async function finishMove(db: Db, now: Date): Promise<void> {
  await db
    .updateTable("moves")
    .set({ finished_at: now.toISOString() })
    .execute();
}

export async function deleteMove(db: Db): Promise<void> {
  await db.deleteFrom("moves").execute();
}
