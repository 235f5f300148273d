import type { NewRow, Trx } from "#app/db/schema.ts";

/** Of one tag: an earlier look at the same is followed by this one. */
export async function upsertRechecks(
  trx: Trx,
  rows: NewRow<"codebook_rechecks">[],
): Promise<void> {
  if (rows.length === 0) return;
  await trx
    .insertInto("codebook_rechecks")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(["tag_id", "response_id", "passage"])
        .doUpdateSet((eb) => ({
          checked_by: eb.ref("excluded.checked_by"),
          checked_at: eb.ref("excluded.checked_at"),
        })),
    )
    .execute();
}
