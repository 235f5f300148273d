import type { Db } from "#app/db/schema.ts";

export type LastChange = { changedBy: string; changedAt: string };

/**
 * Who brought a response to the row version it has now, and when (ISO-8601 UTC).
 * An event whose change raises `row_version` carries the new number as
 * `details.rowVersion`; undefined where no such event is there.
 */
export async function findLastChange(
  db: Db,
  response: { responseId: number; rowVersion: number },
): Promise<LastChange | undefined> {
  const events = await db
    .selectFrom("events")
    .leftJoin("staff", "staff.id", "events.actor_id")
    .select(["events.at", "events.details", "staff.name"])
    .where("events.subject_kind", "=", "response")
    .where("events.subject_id", "=", response.responseId)
    .orderBy("events.id", "desc")
    .execute();
  const change = events.find((event) => {
    const details = JSON.parse(event.details) as { rowVersion?: unknown };
    return details.rowVersion === response.rowVersion;
  });
  return change && { changedBy: change.name ?? "Heard", changedAt: change.at };
}
