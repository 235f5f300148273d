import type { Db } from "#app/db/schema.ts";
import {
  type PasswordRefusal,
  whyPasswordIsRefused,
} from "../accounts/accounts.server.ts";
import { isOwnPassword, setPassword } from "../accounts/own-password.server.ts";
import { hashPassword } from "../accounts/passwords.server.ts";
import { findPerson } from "../accounts/people.server.ts";
import type { StaffAuth } from "../accounts/staff-auth.server.ts";
import { forgetReset } from "./resets.queries.server.ts";

/**
 * Changes one's own password, and ends one's other sessions and a code that was
 * mailed to set another: whoever has it may be the reason for the change.
 *
 * @returns `wrong` where the old one is not theirs.
 */
export async function changeOwnPassword(
  db: Db,
  auth: StaffAuth,
  change: {
    staffId: string;
    oldPassword: string;
    newPassword: string;
    sessionId: string | undefined;
    now: Date;
  },
): Promise<{ ok: true } | { ok: false; reason: "wrong" | PasswordRefusal }> {
  const { staffId, oldPassword, newPassword, sessionId, now } = change;
  const person = await findPerson(db, staffId);
  if (!person) return { ok: false, reason: "wrong" };
  if (!(await isOwnPassword(auth, { staffId, password: oldPassword })))
    return { ok: false, reason: "wrong" };
  const password = newPassword;
  const refusal = whyPasswordIsRefused({ ...person, password });
  if (refusal) return { ok: false, reason: refusal };
  const passwordHash = await hashPassword(newPassword);
  const actor = { kind: "staff", staffId } as const;
  const of = { staffId, passwordHash, exceptId: sessionId, actor, now };
  await db.transaction().execute(async (trx) => {
    await forgetReset(trx, staffId);
    await setPassword(trx, auth, { ...of, how: "changed" });
  });
  return { ok: true };
}
