import type { Db, Trx } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import type { Actor } from "../audit/audit.ts";
import type { StaffRole } from "./accounts.ts";
import { keyOfAddress } from "./accounts.server.ts";
import {
  countOthersOfRole,
  selectAccount,
  selectAccountByEmail,
  setDisabledAt,
  setRole,
} from "./account-state.queries.server.ts";

type Change = { staffId: string; actor: Actor; now: Date };

export type AccountRefusal =
  | "not-found"
  | "already-so"
  /** Nobody shuts themselves out, nor makes themselves another role. */
  | "own-account"
  /** Nobody would be left who can bring others in. */
  | "last-admin";

export type AccountChange =
  { ok: true; name: string } | { ok: false; reason: AccountRefusal };

/** The id of whoever is or was on the team under an address. */
export async function findStaffId(
  db: Db,
  email: string,
): Promise<string | undefined> {
  return (await selectAccountByEmail(db, keyOfAddress(email)))?.staffId;
}

/**
 * Shuts an account, whose sessions end with it, or opens it again with the
 * password it had; no session of before revives. What its person has in hand is
 * the caller's to give back.
 *
 * @returns `already-so` where it is: nothing changes, nor since when.
 */
export async function setAccountDisabled(
  trx: Trx,
  { staffId, actor, now, isDisabled }: Change & { isDisabled: boolean },
): Promise<AccountChange> {
  const account = await selectAccount(trx, staffId);
  if (!account) return { ok: false, reason: "not-found" };
  if ((account.disabledAt !== null) === isDisabled)
    return { ok: false, reason: "already-so" };
  const refusal = isDisabled && (await whyLosesNothing(trx, account, actor));
  if (refusal) return { ok: false, reason: refusal };
  const disabledAt = isDisabled ? now.toISOString() : null;
  await setDisabledAt(trx, { staffId, disabledAt });
  await recordEvent(trx, {
    ...{ at: now, actor, subject: { kind: "staff" } },
    type: isDisabled ? "staff.disabled" : "staff.enabled",
    details: { staffId },
  });
  return { ok: true, name: account.name };
}

/** Makes somebody another role, which they have from their next request on. */
export async function changeRole(
  db: Db,
  { staffId, actor, now, role }: Change & { role: StaffRole },
): Promise<AccountChange> {
  return db.transaction().execute(async (trx) => {
    const account = await selectAccount(trx, staffId);
    if (!account) return { ok: false, reason: "not-found" };
    if (account.role === role) return { ok: false, reason: "already-so" };
    const refusal = await whyLosesNothing(trx, account, actor);
    if (refusal) return { ok: false, reason: refusal };
    await setRole(trx, { staffId, role });
    await recordEvent(trx, {
      ...{ at: now, actor, subject: { kind: "staff" } },
      type: "staff.role-changed",
      details: { staffId, from: account.role, to: role },
    });
    return { ok: true, name: account.name };
  });
}

type Account = NonNullable<Awaited<ReturnType<typeof selectAccount>>>;

/** Asked in the transaction, whose turn it is: of two admins who disable each other one is left. */
async function whyLosesNothing(
  trx: Trx,
  { staffId, role, disabledAt }: Account,
  actor: Actor,
): Promise<"own-account" | "last-admin" | undefined> {
  if (actor.kind === "staff" && actor.staffId === staffId) return "own-account";
  if (role !== "admin" || disabledAt !== null) return undefined;
  const others = await countOthersOfRole(trx, { role, staffId });
  return others === 0 ? "last-admin" : undefined;
}
