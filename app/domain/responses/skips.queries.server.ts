import type { Db, NewRow, Trx } from "#app/db/schema.ts";
import type { SkipReason } from "./responses.ts";

type Skipped = { staffId: string; responseId: number };

export async function selectSkip(
  db: Db,
  { staffId, responseId }: Skipped,
): Promise<SkipReason | undefined> {
  const row = await db
    .selectFrom("skips")
    .select("reason")
    .where("staff_id", "=", staffId)
    .where("response_id", "=", responseId)
    .executeTakeFirst();
  return row?.reason;
}

export async function upsertSkip(
  trx: Trx,
  row: NewRow<"skips">,
): Promise<void> {
  const { reason, skipped_at } = row;
  await trx
    .insertInto("skips")
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(["staff_id", "response_id"])
        .doUpdateSet({ reason, skipped_at }),
    )
    .execute();
}

export async function deleteSkip(
  db: Db,
  { staffId, responseId }: Skipped,
): Promise<void> {
  await db
    .deleteFrom("skips")
    .where("staff_id", "=", staffId)
    .where("response_id", "=", responseId)
    .execute();
}

/** Which of some people skipped which of some responses. */
export async function selectSkippers(
  db: Db,
  of: { responseIds: readonly number[]; staffIds: readonly string[] },
): Promise<Skipped[]> {
  if (of.responseIds.length === 0 || of.staffIds.length === 0) return [];
  return db
    .selectFrom("skips")
    .select(["staff_id as staffId", "response_id as responseId"])
    .where("response_id", "in", of.responseIds)
    .where("staff_id", "in", of.staffIds)
    .execute();
}
