import type { Db, Trx } from "#app/db/schema.ts";

/** Somebody's passkeys, the oldest first. */
export async function selectPasskeys(db: Db, staffId: string) {
  const rows = await db
    .selectFrom("staff_passkeys")
    .select(["id as passkeyId", "name", "createdAt"])
    .where("userId", "=", staffId)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  return rows.map(({ createdAt, ...row }) => ({
    ...row,
    madeAt: createdAt === null ? null : new Date(createdAt).toISOString(),
  }));
}

type Own = { staffId: string; passkeyId: string };

/** @returns false where it is none of theirs. */
export async function updatePasskeyName(
  trx: Trx,
  { staffId, passkeyId, name }: Own & { name: string },
): Promise<boolean> {
  const result = await trx
    .updateTable("staff_passkeys")
    .set({ name })
    .where("id", "=", passkeyId)
    .where("userId", "=", staffId)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** @returns false where it is none of theirs. */
export async function deleteOwnPasskey(
  trx: Trx,
  { staffId, passkeyId }: Own,
): Promise<boolean> {
  const result = await trx
    .deleteFrom("staff_passkeys")
    .where("id", "=", passkeyId)
    .where("userId", "=", staffId)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

export async function deletePasskeysOf(
  trx: Trx,
  staffId: string,
): Promise<void> {
  await trx
    .deleteFrom("staff_passkeys")
    .where("userId", "=", staffId)
    .execute();
}
