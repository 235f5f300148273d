import type { Db, Trx } from "#app/db/schema.ts";
import { groupsOf, selectGroups } from "../accounts/groups.server.ts";
import { takeHandedOver } from "../accounts/hand-over-notices.server.ts";
import { mailStaff, type StaffPosting } from "../accounts/staff-mail.server.ts";
import type { Letter } from "../mail/mail.ts";
import type { Viewer } from "./visible-responses.ts";
import { countWorkInHand, countWorkOfGroups } from "./hand-back.server.ts";

/** Later it is no news any more. */
const daysToSend = 2;

/**
 * Tells somebody by one mail how many responses were handed to them since they
 * were last told; nothing where all of them were taken back meanwhile.
 */
export async function tellOfHandOvers(
  db: Db,
  telling: Omit<StaffPosting, "kind" | "sendBefore"> & {
    staffId: string;
    write: (of: { name: string; count: number }) => Omit<Letter, "to">;
  },
): Promise<void> {
  const { staffId, write, ...posting } = telling;
  const { now } = posting;
  await db.transaction().execute(async (trx) => {
    const handed = await takeHandedOver(trx, staffId);
    if (!handed) return;
    const viewer = { staffId, role: handed.role };
    const inHand = await countWorkInHand(trx, { viewer, now });
    const ofGroups = await countWithGroupsOf(trx, viewer);
    const left = (inHand.get(staffId)?.assigned ?? 0) + ofGroups;
    const count = Math.min(handed.count, left);
    if (count === 0) return;
    await mailStaff(trx, {
      ...{ ...posting, kind: "handed-over", staffIds: [staffId] },
      sendBefore: new Date(now.getTime() + daysToSend * 86_400_000),
      write: ({ name }) => write({ name, count }),
    });
  });
}

/** How much waits with the groups that somebody is in. */
async function countWithGroupsOf(trx: Trx, viewer: Viewer): Promise<number> {
  const groups = groupsOf(await selectGroups(trx), viewer.staffId);
  if (groups.length === 0) return 0;
  const counts = await countWorkOfGroups(trx, viewer);
  return groups.reduce(
    (sum, { groupId }) => sum + (counts.get(groupId) ?? 0),
    0,
  );
}
