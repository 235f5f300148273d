import type { Db } from "#app/db/schema.ts";

/** Actions that ended before a moment and of which it is still kept which responses they were about, the oldest first. */
export async function selectEndedWithItems(
  db: Db,
  before: string,
): Promise<number[]> {
  const rows = await db
    .selectFrom("bulk_actions")
    .select("id")
    .where("standing", "in", ["done", "cancelled", "undone"])
    .where("ended_at", "<", before)
    .where((eb) =>
      eb(
        eb
          .selectFrom("bulk_items")
          .select("bulk_items.response_id")
          .whereRef("bulk_items.action_id", "=", "bulk_actions.id")
          .limit(1),
        "is not",
        null,
      ),
    )
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}
