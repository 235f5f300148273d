import type { Db, Trx } from "#app/db/schema.ts";

/** @returns how many there are now; undefined for whoever has left or is not to be told. */
export async function addHandedOver(
  trx: Trx,
  staffId: string,
): Promise<number | undefined> {
  const row = await trx
    .updateTable("staff")
    .set((eb) => ({ handed_over_count: eb("handed_over_count", "+", 1) }))
    .where("id", "=", staffId)
    .where("tells_handed_over", "=", 1)
    .where("disabled_at", "is", null)
    .returning("handed_over_count as count")
    .executeTakeFirst();
  return row?.count;
}

export async function selectHandedOver(db: Db, staffId: string) {
  return db
    .selectFrom("staff")
    .select([
      "role",
      "disabled_at as disabledAt",
      "handed_over_count as count",
      "tells_handed_over as tells",
    ])
    .where("id", "=", staffId)
    .executeTakeFirst();
}

/** Begins to count anew, where nothing was added meanwhile. */
export async function forgetHandedOver(
  trx: Trx,
  { staffId, count }: { staffId: string; count: number },
): Promise<boolean> {
  const result = await trx
    .updateTable("staff")
    .set({ handed_over_count: 0 })
    .where("id", "=", staffId)
    .where("handed_over_count", "=", count)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function updateTellsHandedOver(
  db: Db,
  { staffId, tells }: { staffId: string; tells: boolean },
): Promise<void> {
  await db
    .updateTable("staff")
    .set({ tells_handed_over: tells ? 1 : 0, handed_over_count: 0 })
    .where("id", "=", staffId)
    .execute();
}
