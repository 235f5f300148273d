import type { Db } from "#app/db/schema.ts";
import { selectHistory } from "../audit/audit.server.ts";
import { describeEvent, type HistoryLine } from "./history.ts";
import { readHistoryNames } from "./history.server.ts";

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

/** What was saved after somebody opened a response at `rowVersion`, oldest first: the reasons why their save is late. */
export async function selectChangesSince(
  db: Db,
  seen: { responseId: number; rowVersion: number },
): Promise<HistoryLine[]> {
  const events = await selectHistory(db, {
    kind: "response",
    id: seen.responseId,
  });
  const names = await readHistoryNames(db);
  return events
    .filter(({ details }) => Number(details.rowVersion) > seen.rowVersion)
    .map((event) => describeEvent(event, names));
}
