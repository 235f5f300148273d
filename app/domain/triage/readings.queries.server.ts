import type { Db } from "#app/db/schema.ts";

/** Whether somebody's reading of a response is in the log since a given moment. */
export function selectReadingSince(
  db: Db,
  reading: { responseId: number; staffId: string; since: string },
) {
  return db
    .selectFrom("events")
    .select("id")
    .where("subject_kind", "=", "response")
    .where("subject_id", "=", reading.responseId)
    .where("type", "=", "response.read")
    .where("actor_id", "=", reading.staffId)
    .where("at", ">", reading.since)
    .limit(1);
}
