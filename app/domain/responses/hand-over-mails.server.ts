import type { Db } from "#app/db/schema.ts";
import { takeHandedOver } from "../accounts/hand-over-notices.server.ts";
import { mailStaff, type StaffPosting } from "../accounts/staff-mail.server.ts";
import type { Letter } from "../mail/mail.ts";
import { countWorkInHand } from "./hand-back.server.ts";

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
    const left = inHand.get(staffId)?.assigned ?? 0;
    const count = Math.min(handed.count, left);
    if (count === 0) return;
    await mailStaff(trx, {
      ...{ ...posting, kind: "handed-over", staffIds: [staffId] },
      sendBefore: new Date(now.getTime() + daysToSend * 86_400_000),
      write: ({ name }) => write({ name, count }),
    });
  });
}
