import type { Db, NewRow, Trx } from "#app/db/schema.ts";

/** Versions that nobody else has looked at yet, the oldest first; of one call. */
export async function selectUnlooked(db: Db, callId: number) {
  return db
    .selectFrom("published_alone as alone")
    .innerJoin("call_definitions as made", "made.id", "alone.definition_id")
    .select([
      "alone.definition_id as definitionId",
      "alone.before_id as beforeId",
      "alone.reason",
      "alone.published_by_id as staffId",
      "alone.published_at as at",
      "made.version",
    ])
    .where("made.call_id", "=", callId)
    .where("alone.looked_at", "is", null)
    .orderBy("made.version")
    .execute();
}

export async function insertPublishedAlone(
  trx: Trx,
  row: NewRow<"published_alone">,
): Promise<void> {
  await trx.insertInto("published_alone").values(row).execute();
}

export async function markLooked(
  trx: Trx,
  definitionId: number,
  looked: { looked_by_id: string; looked_at: string },
): Promise<void> {
  await trx
    .updateTable("published_alone")
    .set(looked)
    .where("definition_id", "=", definitionId)
    .execute();
}
