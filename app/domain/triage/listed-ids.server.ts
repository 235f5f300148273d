import { setImmediate as nextTurn } from "node:timers/promises";
import { besideOthers } from "#app/db/reads-beside.server.ts";
import type { Db } from "#app/db/schema.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import { readAsked } from "./queue-asked.server.ts";
import { stateIn, wholeQueue } from "./queue-filter.ts";
import type { QueueProblem } from "./queue-problem.ts";
import { selectIdsAfter } from "./queue.queries.server.ts";
import { selectCallChoices } from "./queue.server.ts";
import type { QueueConditions } from "./queue-shape.ts";

export type SearchedCall = {
  viewer: Viewer;
  callSlug: string;
  /** As it is typed into the queue's box; empty for all of the call. */
  search: string;
  now: Date;
};

/** A search among all that came in to a call, whatever its state, looked up. */
export async function readSearchOfCall(
  db: Db,
  { viewer, callSlug, search, now }: SearchedCall,
): Promise<{
  conditions: QueueConditions;
  problems: QueueProblem[];
  isEmpty: boolean;
}> {
  const state = stateIn(search) ?? "all";
  const filter = { ...wholeQueue, callSlug, q: search, state };
  const calls = await selectCallChoices(db);
  return readAsked(db, { filter, viewer, calls, now });
}

/** In one statement: others wait for it on SQLite, and a search for words is answered anew for each. */
const idsAtOnce = 5_000;
const foundAtOnce = 20_000;

/** The ids of a list, in the order in which its responses were put into Heard; no more than `most`. */
export async function selectListedIds(
  db: Db,
  conditions: QueueConditions,
  most = Infinity,
): Promise<number[]> {
  const ids: number[] = [];
  const atOnce = conditions.words === undefined ? idsAtOnce : foundAtOnce;
  for (;;) {
    const after = ids.at(-1) ?? 0;
    const limit = Math.min(atOnce, most - ids.length);
    const part = { after, limit };
    const more = await selectIdsAfter(besideOthers(db), conditions, part);
    for (const id of more) ids.push(id);
    if (more.length < limit || ids.length >= most) return ids;
    await nextTurn();
  }
}
