import type { Db } from "#app/db/schema.ts";
import { selectHistory } from "../audit/audit.server.ts";
import { describeEvent, type HistoryLine } from "./history.ts";
import { readHistoryNames } from "./history.server.ts";

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
