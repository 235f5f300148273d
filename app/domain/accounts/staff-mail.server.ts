import type { Db, Trx } from "#app/db/schema.ts";
import type { Letter, StaffMailKind } from "../mail/mail.ts";
import { postMail } from "../mail/mail.server.ts";
import { selectAddresses } from "./staff.queries.server.ts";

/** What a mail to staff is sent with. */
export type StaffPosting = {
  kind: StaffMailKind;
  /** It is sent before this or not at all. */
  sendBefore: Date;
  /** Without a server it waits in the outbox, and no job is left for it. */
  canSend: boolean;
  secret: string;
  now: Date;
  randomBytes: (count: number) => Buffer;
};

/**
 * Leaves a mail to members of staff, one to each, in the transaction of what it
 * tells of. Whoever has left gets none.
 *
 * @param mail its subject is for a list of messages that others see: it names
 * nobody, no response and no call. `write` is told whose letter it is.
 */
export async function mailStaff(
  trx: Trx,
  mail: StaffPosting & {
    staffIds: readonly string[];
    write: (person: { name: string }) => Omit<Letter, "to">;
  },
): Promise<void> {
  const { staffIds, write, ...posting } = mail;
  for (const { name, email } of await selectAddresses(trx, staffIds))
    await postMail(trx, {
      ...posting,
      letter: { to: email, ...write({ name }) },
    });
}

/** What tells somebody of a change to their account. */
export type AccountNotice = Omit<StaffPosting, "kind" | "sendBefore"> & {
  write: (person: { name: string }) => Omit<Letter, "to">;
};

/** Tells somebody of a change to their account that may not have been their wish, even where that is late. */
export async function tellOfChange(
  trx: Trx,
  {
    staffId,
    ...notice
  }: AccountNotice & { staffId: string; kind: StaffMailKind },
): Promise<void> {
  const sendBefore = new Date(notice.now.getTime() + 7 * 86_400_000);
  await mailStaff(trx, { ...notice, sendBefore, staffIds: [staffId] });
}

/** Where mail reaches somebody who is on the team now. */
export async function findAddress(
  db: Db,
  staffId: string,
): Promise<string | undefined> {
  const [found] = await selectAddresses(db, [staffId]);
  return found?.email;
}
