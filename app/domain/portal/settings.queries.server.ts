import type { Db, NewRow, Trx } from "#app/db/schema.ts";

/** The last that was saved. */
export async function selectSettingsRow(db: Db) {
  return db
    .selectFrom("portal_settings")
    .select(["version", "body"])
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** @returns false where somebody has saved that version meanwhile. */
export async function insertSettings(
  trx: Trx,
  row: NewRow<"portal_settings">,
): Promise<boolean> {
  const inserted = await trx
    .insertInto("portal_settings")
    .values(row)
    .onConflict((conflict) => conflict.column("version").doNothing())
    .returning("version")
    .executeTakeFirst();
  return inserted !== undefined;
}
