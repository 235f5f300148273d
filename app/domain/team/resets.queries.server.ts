import type { Db, NewRow, Trx } from "#app/db/schema.ts";

/** Puts a code in place of the one before. */
export async function upsertReset(
  trx: Trx,
  reset: NewRow<"staff_resets">,
): Promise<void> {
  const { code_hash, asked_at, expires_at } = reset;
  await trx
    .insertInto("staff_resets")
    .values(reset)
    .onConflict((conflict) =>
      conflict
        .column("staff_id")
        .doUpdateSet({ code_hash, asked_at, expires_at }),
    )
    .execute();
}

/** Whose code it is, while they are on the team. */
export async function selectReset(db: Db, codeHash: string) {
  return db
    .selectFrom("staff_resets")
    .select(["staff_id as staffId", "expires_at as expiresAt"])
    .where("code_hash", "=", codeHash)
    .executeTakeFirst();
}

export async function forgetReset(trx: Trx, staffId: string): Promise<void> {
  await trx
    .deleteFrom("staff_resets")
    .where("staff_id", "=", staffId)
    .execute();
}
