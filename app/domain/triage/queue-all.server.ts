import { besideOthers } from "#app/db/reads-beside.server.ts";
import type { Db } from "#app/db/schema.ts";
import { readAsked } from "./queue-asked.server.ts";
import {
  selectHighestId,
  selectIdsBetween,
} from "./queue-all.queries.server.ts";
import type { QueueChoices } from "./queue.ts";
import type { QueueFilter } from "./queue-filter.ts";
import type { QueueConditions } from "./queue-shape.ts";
import type { Viewer } from "../responses/visible-responses.ts";

type Asking = {
  filter: QueueFilter;
  viewer: Viewer;
  calls: QueueChoices["calls"];
  now: Date;
};

/**
 * The conditions of a list of which every response is meant. `not-understood`
 * where something of the search was left out or guessed: the list may be another
 * than was asked for, which is told to who looks at it, and is no ground for doing anything.
 */
export async function readWholeList(
  db: Db,
  asking: Asking,
): Promise<
  | { ok: true; conditions: QueueConditions }
  | { ok: false; reason: "nothing" | "not-understood" }
> {
  const { conditions, problems, isEmpty } = await readAsked(db, asking);
  if (problems.length > 0) return { ok: false, reason: "not-understood" };
  if (isEmpty) return { ok: false, reason: "nothing" };
  return { ok: true, conditions };
}

/** Ids are looked through so many at a time: no statement holds up those who save. */
const idsAtATime = 5_000;

/** All responses of a list in the order of their ids, in parts: what changes meanwhile is met as it is when its part is. */
export async function* everyIdOf(
  db: Db,
  conditions: QueueConditions,
): AsyncGenerator<number[]> {
  const highest = await selectHighestId(db, conditions.viewer);
  for (let after = 0; after < highest; after += idsAtATime) {
    const upTo = Math.min(after + idsAtATime, highest);
    const stretch = { after, upTo };
    yield await selectIdsBetween(besideOthers(db), conditions, stretch);
  }
}
