import type { Db } from "#app/db/schema.ts";
import { selectStaffNames } from "../accounts/accounts.server.ts";
import { selectHistory } from "../audit/audit.server.ts";
import {
  describeEvent,
  type HistoryLine,
  type HistoryNames,
} from "./history.ts";

/** What happened to a response, newest first, in sentences with names. */
export async function selectHistoryLines(
  db: Db,
  responseId: number,
): Promise<HistoryLine[]> {
  const events = await selectHistory(db, { kind: "response", id: responseId });
  const names = await readHistoryNames(db);
  return events.map((event) => describeEvent(event, names)).reverse();
}

/** Also of those who have left, and of retired tags: what was done stays told. */
export async function readHistoryNames(db: Db): Promise<HistoryNames> {
  const tags = await db.selectFrom("tags").select(["id", "name"]).execute();
  return {
    staff: await selectStaffNames(db),
    tags: new Map(tags.map(({ id, name }) => [id, name])),
  };
}
