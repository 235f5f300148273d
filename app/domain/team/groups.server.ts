import type { Db } from "#app/db/schema.ts";
import { endGroupWithin, selectGroups } from "../accounts/groups.server.ts";
import { assigneeOfGroup, type Group } from "../accounts/groups.ts";
import type { Actor } from "../audit/audit.ts";
import {
  countWorkOfGroups,
  giveToNobody,
} from "../responses/hand-back.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";

/** A group with how much waits for it. */
export type GroupAtWork = Group & { waiting: number };

/** The groups that there are, with what waits for each of what the viewer sees. */
export async function selectGroupsAtWork(
  db: Db,
  viewer: Viewer,
): Promise<GroupAtWork[]> {
  const groups = await selectGroups(db);
  if (groups.length === 0) return [];
  const counts = await countWorkOfGroups(db, viewer);
  return groups.map((group) => ({
    ...group,
    waiting: counts.get(group.groupId) ?? 0,
  }));
}

/** One of them; undefined where there is none of that id, or where it ended. */
export async function findGroup(
  db: Db,
  { groupId, viewer }: { groupId: number; viewer: Viewer },
): Promise<GroupAtWork | undefined> {
  const groups = await selectGroupsAtWork(db, viewer);
  return groups.find((group) => group.groupId === groupId);
}

/**
 * Ends a group, in one transaction: what is with it and asks for work goes to
 * nobody. What was decided stays told under its name.
 *
 * @returns how much went back; undefined where it was changed or ended since that version.
 */
export async function endGroup(
  db: Db,
  of: { groupId: number; rowVersion: number; actor: Actor; now: Date },
): Promise<{ handedBack: number } | undefined> {
  return db.transaction().execute(async (trx) => {
    if (!(await endGroupWithin(trx, of))) return undefined;
    const assigneeId = assigneeOfGroup(of.groupId);
    return { handedBack: await giveToNobody(trx, { ...of, assigneeId }) };
  });
}
