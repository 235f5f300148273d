import { countOf } from "#app/db/counts.ts";
import type { StaffRole } from "#app/db/column-values.ts";
import type { Db, Trx } from "#app/db/schema.ts";

const columns = [
  "id as staffId",
  "name",
  "email",
  "role",
  "disabled_at as disabledAt",
] as const;

export async function selectAccountByEmail(db: Db, email: string) {
  return db
    .selectFrom("staff")
    .select(columns)
    .where("email", "=", email)
    .executeTakeFirst();
}

export async function selectAccount(db: Db, staffId: string) {
  return db
    .selectFrom("staff")
    .select(columns)
    .where("id", "=", staffId)
    .executeTakeFirst();
}

/** How many others of a role can sign in. */
export async function countOthersOfRole(
  db: Db,
  { role, staffId }: { role: StaffRole; staffId: string },
): Promise<number> {
  const row = await db
    .selectFrom("staff")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("role", "=", role)
    .where("disabled_at", "is", null)
    .where("id", "<>", staffId)
    .executeTakeFirstOrThrow();
  return countOf(row);
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

export async function setRole(
  trx: Trx,
  account: { staffId: string; role: StaffRole },
): Promise<void> {
  await trx
    .updateTable("staff")
    .set({ role: account.role })
    .where("id", "=", account.staffId)
    .execute();
}
