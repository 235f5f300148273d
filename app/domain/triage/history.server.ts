import type { Db } from "#app/db/schema.ts";
import { selectAssigneeNames } from "../accounts/groups.server.ts";
import { type HistoryEntry, selectHistory } from "../audit/audit.server.ts";
import { selectTagNames } from "./tag-names.queries.server.ts";

/** Names for the ids that events hold; an event never holds a name. */
export type HistoryNames = {
  /** Of groups too, as they stand in the place of people. */
  staff: ReadonlyMap<string, string>;
  tags: ReadonlyMap<number, string>;
};

export type History = { events: HistoryEntry[]; names: HistoryNames };

/** What happened to a response, newest first, with names for the ids. */
export async function readHistory(
  db: Db,
  responseId: number,
): Promise<History> {
  const events = await selectHistory(db, { kind: "response", id: responseId });
  return { events: events.reverse(), names: await readHistoryNames(db) };
}

/** What was saved after somebody opened a response at `rowVersion`, oldest first: the reasons why their save is late. */
export async function readChangesSince(
  db: Db,
  seen: { responseId: number; rowVersion: number },
): Promise<History> {
  const subject = { kind: "response" as const, id: seen.responseId };
  const events = await selectHistory(db, subject);
  return {
    events: events.filter(
      ({ details }) => Number(details.rowVersion) > seen.rowVersion,
    ),
    names: await readHistoryNames(db),
  };
}

/** Also of those who have left, and of retired tags: what was done stays told. */
async function readHistoryNames(db: Db): Promise<HistoryNames> {
  const tags = await selectTagNames(db);
  return {
    staff: await selectAssigneeNames(db),
    tags: new Map(tags.map(({ tagId, name }) => [tagId, name])),
  };
}
