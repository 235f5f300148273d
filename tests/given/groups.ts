import { saveGroup } from "#app/domain/accounts/groups.server.ts";
import { assigneeOfGroup } from "#app/domain/accounts/groups.ts";
import type { Db } from "#app/db/schema.ts";
import { now } from "./bulk.ts";

/** A group of these people. @returns what stands for it where work is assigned. */
export async function givenGroup(
  db: Db,
  {
    name = "Kin readers",
    members,
    by,
  }: { name?: string; members: { staffId: string }[]; by: { staffId: string } },
) {
  const saved = await saveGroup(db, {
    ...{ name, now, members: members.map(({ staffId }) => staffId) },
    actor: { kind: "staff", staffId: by.staffId },
  });
  if (!saved.ok) throw new Error(saved.reason);
  const { groupId } = saved;
  return { groupId, assigneeId: assigneeOfGroup(groupId) };
}
