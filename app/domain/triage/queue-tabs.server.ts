import type { Db } from "#app/db/schema.ts";
import { groupsOf } from "../accounts/groups.server.ts";
import { assigneeOfGroup } from "../accounts/groups.ts";
import { londonDay } from "../calls/london-time.ts";
import { countPastDay } from "./dues.queries.server.ts";
import { countQueue } from "./queue.queries.server.ts";
import type { QueueConditions } from "./queue-shape.ts";
import type { QueueChoices, WithGroup } from "./queue.ts";

/** No tab counts further: a number of its own is not what a page may cost. */
const mostCounted = 1_000;

/** How many wait past the day by which they should be read, of a call or of all; counted no further than a thousand. */
export async function countOverdue(
  db: Db,
  of: OfCall & { now: Date },
): Promise<number> {
  const today = londonDay(of.now);
  return countPastDay(db, { ...of, today, upTo: mostCounted });
}

/** Of everything that somebody may see of a call or of all. */
const asksNothing: Omit<QueueConditions, "viewer" | "callId"> = {
  state: "all",
  assigneeId: undefined,
  hasFiles: false,
  isFlagged: false,
  isOneLine: false,
  words: undefined,
  others: undefined,
  sort: "oldest",
};

type OfCall = Pick<QueueConditions, "viewer" | "callId">;

/** How many are flagged, and frozen for it, of a call or of all, whatever was decided about them before. */
export async function countFlagged(db: Db, of: OfCall): Promise<number> {
  const flagged = { ...asksNothing, ...of, isFlagged: true };
  return countQueue(db, flagged, mostCounted);
}

/** A whole round for one person, and no more of an index than a page may cost. */
const mostWithReader = 5_000;

/** How many of what waits, of a call or of all, are assigned to whoever asks; counted no further than five thousand. */
export async function countWithReader(db: Db, of: OfCall): Promise<number> {
  return countWith(db, of, of.viewer.staffId);
}

/** Those of the groups that whoever asks is in, each with how many of what waits are with it; counted as far. */
export async function countWithGroups(
  db: Db,
  of: OfCall,
  groups: QueueChoices["groups"],
): Promise<WithGroup[]> {
  const own = groupsOf(groups, of.viewer.staffId);
  const counted: WithGroup[] = [];
  for (const { groupId, name } of own) {
    const count = await countWith(db, of, assigneeOfGroup(groupId));
    counted.push({ groupId, name, count });
  }
  return counted;
}

async function countWith(
  db: Db,
  of: OfCall,
  assigneeId: string,
): Promise<number> {
  const theirs = { ...asksNothing, ...of, assigneeId };
  return countQueue(db, { ...theirs, state: "to-do" }, mostWithReader);
}
