import type { Db, Trx } from "#app/db/schema.ts";

export async function selectAccountByEmail(db: Db, email: string) {
  return db
    .selectFrom("staff")
    .select(["id as staffId", "name", "disabled_at as disabledAt"])
    .where("email", "=", email)
    .executeTakeFirst();
}

/** The sessions of an account that is disabled are deleted by a trigger. */
export async function setDisabledAt(
  trx: Trx,
  account: { staffId: string; disabledAt: string | null },
): Promise<void> {
  await trx
    .updateTable("staff")
    .set({ disabled_at: account.disabledAt })
    .where("id", "=", account.staffId)
    .execute();
}
