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
