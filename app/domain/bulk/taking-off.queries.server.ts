import type { Db, Trx } from "#app/db/schema.ts";

/** The ids of those whose turn has not come, a part of them. */
export async function selectWaitingPage(
  db: Db | Trx,
  of: { actionId: number; limit: number; offset: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom("bulk_items")
    .select("response_id")
    .where("action_id", "=", of.actionId)
    .where("outcome", "is", null)
    .orderBy("response_id")
    .limit(of.limit)
    .offset(of.offset)
    .execute();
  return rows.map((row) => row.response_id);
}

/** @returns how many there were. */
export async function deleteWaiting(
  trx: Trx,
  of: { actionId: number; responseIds: readonly number[] },
): Promise<number> {
  if (of.responseIds.length === 0) return 0;
  const { numDeletedRows } = await trx
    .deleteFrom("bulk_items")
    .where("action_id", "=", of.actionId)
    .where("outcome", "is", null)
    .where("response_id", "in", of.responseIds)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
