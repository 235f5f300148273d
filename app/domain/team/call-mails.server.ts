import type { Db } from "#app/db/schema.ts";
import {
  selectActiveStaff,
  selectStaffNames,
} from "../accounts/accounts.server.ts";
import { may } from "../accounts/permissions.ts";
import { mailStaff, type StaffPosting } from "../accounts/staff-mail.server.ts";
import {
  type CallTelling,
  takeTelling,
} from "../calls/authoring/take-telling.server.ts";
import type { Letter } from "../mail/mail.ts";

/** What waits that long is seen on the first page of the team. */
const daysToSend = 7;

/**
 * Tells of an opening or a change of a call by a mail to each: to all who may
 * keep calls, or to whom it is about. Whoever did it is not told, nor is anybody
 * who has left or may not keep calls any more. Body of the job `call.tell`; what
 * was told is told no second time.
 */
export async function tellOfCall(
  db: Db,
  telling: Omit<StaffPosting, "kind" | "sendBefore"> & {
    tellingId: number;
    write: (
      of: CallTelling & { name: string; byName: string | undefined },
    ) => Omit<Letter, "to">;
  },
): Promise<void> {
  const { tellingId, write, ...posting } = telling;
  await db.transaction().execute(async (trx) => {
    const told = await takeTelling(trx, tellingId);
    if (!told) return;
    const sendBefore = new Date(
      new Date(told.at).getTime() + daysToSend * 86_400_000,
    );
    if (sendBefore <= posting.now) return;
    const { byId, toId } = told;
    const people = (await selectActiveStaff(trx)).filter(
      (member) =>
        may(member, "keep-calls") &&
        member.staffId !== byId &&
        (toId === undefined || member.staffId === toId),
    );
    const names = await selectStaffNames(trx);
    const byName = byId === null ? undefined : names.get(byId);
    await mailStaff(trx, {
      ...{ ...posting, kind: "call", sendBefore },
      staffIds: people.map(({ staffId }) => staffId),
      write: ({ name }) => write({ ...told, name, byName }),
    });
  });
}
