import type { Db } from "#app/db/schema.ts";

/** What staff did, in order: each event's type with its details. */
export async function selectStaffEvents(db: Db) {
  const events = await db
    .selectFrom("events")
    .select(["type", "details"])
    .where("actor_kind", "=", "staff")
    .orderBy("id")
    .execute();
  return events.map(({ type, details }) => [
    type,
    JSON.parse(details) as unknown,
  ]);
}
