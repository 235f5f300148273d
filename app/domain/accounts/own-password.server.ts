import type { Trx } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import type { Actor } from "../audit/audit.ts";
import { isPasswordOf } from "./passwords.server.ts";
import { deleteSessions } from "./sessions.queries.server.ts";
import { openAccountsIn, type StaffAuth } from "./staff-auth.server.ts";

type NewPassword = {
  staffId: string;
  passwordHash: string;
  /** The one session that goes on; all others end with the old password. */
  exceptId?: string | undefined;
  actor: Actor;
  how: "changed" | "reset";
  now: Date;
};

/** Gives somebody another password, which was looked at and hashed before, and ends their sessions. */
export async function setPassword(
  trx: Trx,
  auth: StaffAuth,
  { staffId, passwordHash: password, exceptId, actor, how, now }: NewPassword,
): Promise<void> {
  const accounts = await openAccountsIn(trx, auth);
  const providerId = "credential";
  const own = await accounts.findAccounts(staffId);
  if (own.some((account) => account.providerId === providerId))
    await accounts.updatePassword(staffId, password);
  else
    await accounts.linkAccount({
      ...{ userId: staffId, accountId: staffId, providerId, password },
    });
  await deleteSessions(trx, { staffId, ...(exceptId && { exceptId }) });
  await recordEvent(trx, {
    ...{ at: now, actor, subject: { kind: "staff" } },
    type: how === "changed" ? "staff.password-changed" : "staff.password-reset",
    details: { staffId },
  });
}

/** Whether a password is somebody's now. */
export async function isOwnPassword(
  auth: StaffAuth,
  { staffId, password }: { staffId: string; password: string },
): Promise<boolean> {
  const { internalAdapter } = await auth.$context;
  const own = await internalAdapter.findAccounts(staffId);
  const stored = own.find(({ providerId }) => providerId === "credential");
  return stored?.password ? isPasswordOf(stored.password, password) : false;
}
