import type { Db, Trx } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import type { Actor } from "../audit/audit.ts";
import { toNameKey } from "../text/name-keys.ts";
import {
  isActiveStaff,
  selectActiveStaff,
  selectStaffNames,
} from "./accounts.server.ts";
import { assigneeOfGroup, type Group, groupIdOf } from "./groups.ts";
import {
  deleteMemberships,
  insertGroup,
  isNameTaken,
  replaceMembers,
  selectGroupNameRows,
  selectGroupIdsOf,
  selectGroupRow,
  selectMemberIds,
  selectMemberRows,
  updateGroup,
} from "./groups.queries.server.ts";

type Change = { actor: Actor; now: Date };

/** The groups that there are, by name. */
export async function selectGroups(db: Db): Promise<Group[]> {
  const groups = new Map<number, Group>();
  for (const row of await selectMemberRows(db)) {
    const { groupId, name, rowVersion, staffId, memberName } = row;
    const group = groups.get(groupId) ?? {
      ...{ groupId, name, rowVersion, members: [] },
    };
    groups.set(groupId, group);
    if (staffId !== null && memberName !== null)
      group.members.push({ staffId, name: memberName });
  }
  return [...groups.values()];
}

/** The groups that somebody is in. */
export function groupsOf<Some extends Pick<Group, "members">>(
  groups: readonly Some[],
  staffId: string,
): Some[] {
  return groups.filter(({ members }) =>
    members.some((member) => member.staffId === staffId),
  );
}

/** The ids of those that somebody is in. */
export async function selectOwnGroupIds(
  db: Db,
  staffId: string,
): Promise<number[]> {
  return selectGroupIdsOf(db, staffId);
}

/** Names of people and groups by what stands for them, of those who left and of those that ended as well. */
export async function selectAssigneeNames(
  db: Db,
): Promise<Map<string, string>> {
  const names = await selectStaffNames(db);
  for (const { id, name } of await selectGroupNameRows(db))
    names.set(assigneeOfGroup(id), name);
  return names;
}

/** Whether work can be given to them: somebody on the team, or a group that there is. */
export async function mayBeAssigned(
  db: Db,
  assigneeId: string,
): Promise<boolean> {
  const groupId = groupIdOf(assigneeId);
  if (groupId === undefined) return isActiveStaff(db, assigneeId);
  return (await selectGroupRow(db, groupId)) !== undefined;
}

/** Those whom work is told to that is given to somebody: themselves, or the members of the group. */
export async function selectPeopleBehind(
  db: Db,
  assigneeId: string,
): Promise<string[]> {
  const groupId = groupIdOf(assigneeId);
  return groupId === undefined ? [assigneeId] : selectMemberIds(db, groupId);
}

export type GroupOutcome =
  | { ok: true; groupId: number; name: string }
  | { ok: false; reason: "name-taken" | "stale" };

/**
 * Makes a group, or gives one another name and other members; whoever is not on
 * the team is left out.
 *
 * @returns `stale` where it was changed or ended since that version.
 */
export async function saveGroup(
  db: Db,
  of: Change & {
    name: string;
    members: readonly string[];
    /** Left out for a new one. */
    changes?: { groupId: number; rowVersion: number };
  },
): Promise<GroupOutcome> {
  const { name, changes, actor, now } = of;
  return db.transaction().execute(async (trx) => {
    const nameKey = toNameKey(name);
    const besides = changes?.groupId;
    if (await isNameTaken(trx, { nameKey, besides }))
      return { ok: false, reason: "name-taken" };
    const set = { name, name_key: nameKey };
    if (changes && !(await updateGroup(trx, { ...changes, set })))
      return { ok: false, reason: "stale" };
    const at = now.toISOString();
    const groupId = besides ?? (await insertGroup(trx, { name, nameKey, at }));
    const team = await selectActiveStaff(trx);
    const staffIds = team
      .map(({ staffId }) => staffId)
      .filter((staffId) => of.members.includes(staffId));
    await replaceMembers(trx, { groupId, staffIds });
    await recordEvent(trx, {
      ...{ at: now, actor, subject: { kind: "staff" } },
      type: changes ? "staff.group-changed" : "staff.group-made",
      details: { groupId, members: staffIds },
    });
    return { ok: true, groupId, name };
  });
}

/** Takes somebody who leaves out of every group. */
export async function leaveGroups(
  trx: Trx,
  { staffId, actor, now }: Change & { staffId: string },
): Promise<void> {
  const left = await deleteMemberships(trx, staffId);
  if (left.length === 0) return;
  await recordEvent(trx, {
    ...{ at: now, actor, subject: { kind: "staff" } },
    type: "staff.left-groups",
    details: { staffId, groupIds: left },
  });
}

/** Ends a group; what is with it is the caller's to give back. @returns false where it was changed or ended since that version. */
export async function endGroupWithin(
  trx: Trx,
  of: Change & { groupId: number; rowVersion: number },
): Promise<boolean> {
  const { groupId, actor, now } = of;
  const set = { ended_at: now.toISOString() };
  if (!(await updateGroup(trx, { ...of, set }))) return false;
  await replaceMembers(trx, { groupId, staffIds: [] });
  await recordEvent(trx, {
    ...{ at: now, actor, subject: { kind: "staff" } },
    type: "staff.group-ended",
    details: { groupId },
  });
  return true;
}
