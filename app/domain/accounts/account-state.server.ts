import type { Db } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import {
  selectAccountByEmail,
  setDisabledAt,
} from "./account-state.queries.server.ts";

export type AccountChange =
  | { ok: true; name: string }
  | { ok: false; reason: "not-found" | "already-so" };

/**
 * Shuts an account: its sessions end with it, at once and for good. What its
 * person did stays theirs, and what is assigned to them stays assigned.
 *
 * @returns `already-so` where it is disabled: nothing changes, nor since when.
 */
export async function disableStaffMember(
  db: Db,
  account: { email: string; now: Date },
): Promise<AccountChange> {
  return changeAccount(db, { ...account, isDisabled: true });
}

/** Opens an account again with the password it had. No session of before revives. */
export async function enableStaffMember(
  db: Db,
  account: { email: string; now: Date },
): Promise<AccountChange> {
  return changeAccount(db, { ...account, isDisabled: false });
}

async function changeAccount(
  db: Db,
  change: { email: string; isDisabled: boolean; now: Date },
): Promise<AccountChange> {
  const { isDisabled, now } = change;
  const email = change.email.trim().toLowerCase();
  return db.transaction().execute(async (trx) => {
    const account = await selectAccountByEmail(trx, email);
    if (!account) return { ok: false, reason: "not-found" };
    if ((account.disabledAt !== null) === isDisabled)
      return { ok: false, reason: "already-so" };
    const { staffId, name } = account;
    const disabledAt = isDisabled ? now.toISOString() : null;
    await setDisabledAt(trx, { staffId, disabledAt });
    await recordEvent(trx, {
      at: now,
      actor: { kind: "system" },
      subject: { kind: "staff" },
      type: isDisabled ? "staff.disabled" : "staff.enabled",
      details: { staffId },
    });
    return { ok: true, name };
  });
}
