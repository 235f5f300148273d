import type { Db, Trx } from "#app/db/schema.ts";
import {
  addMemberIn,
  keyOfAddress,
  type PasswordRefusal,
  whyPasswordIsRefused,
} from "../accounts/accounts.server.ts";
import { isAddressTaken } from "../accounts/people.server.ts";
import { hashPassword } from "../accounts/passwords.server.ts";
import type { StaffAuth } from "../accounts/staff-auth.server.ts";
import type { StaffPosting } from "../accounts/staff-mail.server.ts";
import { recordEvent } from "../audit/audit.server.ts";
import type { Letter } from "../mail/mail.ts";
import { postMail } from "../mail/mail.server.ts";
import type { StaffRole } from "#app/db/column-values.ts";
import {
  insertInvitation,
  selectInvitation,
  selectInvitationByCode,
  selectUnusedInvitations,
  setInvitationUsed,
  withdrawUnused,
} from "./invitations.queries.server.ts";
import { hashSentCode, makeSentCode } from "./sent-codes.server.ts";
import {
  invitationDays,
  type InvitationState,
  type PeopleActor,
  stateOfInvitation,
} from "./team.ts";

export type Inviting = {
  email: string;
  role: StaffRole;
  actor: PeopleActor;
  /** The letter's words; the code stands nowhere else. */
  write: (code: string) => Omit<Letter, "to">;
} & Omit<StaffPosting, "kind" | "sendBefore">;

/**
 * Asks somebody to join the team by a mail with a code in it, which lets them in
 * for `invitationDays`. An invitation to the same address that was not used ends.
 *
 * @returns `email-taken` where somebody is or was on the team under that address.
 */
export async function invitePerson(
  db: Db,
  inviting: Inviting,
): Promise<{ ok: true } | { ok: false; reason: "email-taken" }> {
  return db.transaction().execute((trx) => inviteIn(trx, inviting));
}

async function inviteIn(
  trx: Trx,
  { role, actor, write, ...posting }: Inviting,
): Promise<{ ok: true } | { ok: false; reason: "email-taken" }> {
  const { secret, now, randomBytes } = posting;
  const email = keyOfAddress(posting.email);
  if (await isAddressTaken(trx, email))
    return { ok: false, reason: "email-taken" };
  const at = now.toISOString();
  await withdrawUnused(trx, { email }, at);
  const invitationId = randomBytes(12).toString("hex");
  const keyed = { purpose: "invitation", secret, randomBytes } as const;
  const { code, codeHash } = makeSentCode(keyed);
  const end = new Date(now.getTime() + invitationDays * 86_400_000);
  await insertInvitation(trx, {
    ...{ id: invitationId, email, role, code_hash: codeHash },
    ...{ invited_by: actor.staffId, invited_at: at },
    expires_at: end.toISOString(),
    ...{ withdrawn_at: null, used_at: null, used_by: null },
  });
  const letter = { to: email, ...write(code) };
  const kind = "invitation" as const;
  await postMail(trx, { ...posting, kind, letter, sendBefore: end });
  await recordEvent(trx, {
    ...{ at: now, subject: { kind: "staff" }, type: "staff.invited" },
    actor: { kind: "staff", staffId: actor.staffId },
    details: { invitationId, role },
  });
  return { ok: true };
}

/** The same once more, to whom and as what it was; the code of before ends. */
export async function inviteAgain(
  db: Db,
  again: Omit<Inviting, "email" | "role"> & { invitationId: string },
): Promise<{ ok: true } | { ok: false; reason: "email-taken" | "not-found" }> {
  return db.transaction().execute(async (trx) => {
    const found = await selectInvitation(trx, again.invitationId);
    if (!found) return { ok: false, reason: "not-found" };
    const { email, role } = found;
    return inviteIn(trx, { ...again, email, role });
  });
}

/** @returns false where it could not be used any more. */
export async function withdrawInvitation(
  db: Db,
  withdrawal: { invitationId: string; actor: PeopleActor; now: Date },
): Promise<boolean> {
  const { invitationId, actor, now } = withdrawal;
  return db.transaction().execute(async (trx) => {
    const at = now.toISOString();
    const ended = await withdrawUnused(trx, { invitationId }, at);
    if (ended.length === 0) return false;
    await recordEvent(trx, {
      ...{ at: now, subject: { kind: "staff" } },
      type: "staff.invitation-withdrawn",
      actor: { kind: "staff", staffId: actor.staffId },
      details: { invitationId },
    });
    return true;
  });
}

export type Invitation = Omit<
  Awaited<ReturnType<typeof selectUnusedInvitations>>[number],
  "usedAt" | "withdrawnAt"
> & { state: InvitationState };

/** The last invitation to each address that nobody came by, the newest first. */
export async function selectInvitations(
  db: Db,
  now: Date,
): Promise<Invitation[]> {
  const rows = await selectUnusedInvitations(db);
  return rows.map(({ usedAt, withdrawnAt, ...row }) => {
    const { expiresAt } = row;
    const dates = { usedAt, withdrawnAt, expiresAt };
    return { ...row, state: stateOfInvitation(dates, now) };
  });
}

export type Joining = {
  code: string;
  name: string;
  password: string;
  secret: string;
  now: Date;
};

export type JoinOutcome =
  | { ok: true; email: string; staffId: string }
  | {
      ok: false;
      reason:
        | "unknown-code"
        | Exclude<InvitationState, "open">
        | "email-taken"
        | PasswordRefusal;
    };

/**
 * Makes the account of somebody who was invited, as what they were invited. Two
 * uses of one code at once make one account.
 *
 * @returns `used`, `withdrawn` or `expired` for a code that let somebody in once.
 */
export async function joinTeam(
  db: Db,
  auth: StaffAuth,
  joining: Joining,
): Promise<JoinOutcome> {
  const { code, name, password, secret, now } = joining;
  const codeHash = hashSentCode(code, { purpose: "invitation", secret });
  if (codeHash === undefined) return { ok: false, reason: "unknown-code" };
  const before = await findUsable(db, codeHash, now);
  if (!before.ok) return before;
  const refusal = whyPasswordIsRefused({ password, name, email: before.email });
  if (refusal) return { ok: false, reason: refusal };
  const passwordHash = await hashPassword(password);
  return db.transaction().execute(async (trx) => {
    const found = await findUsable(trx, codeHash, now);
    if (!found.ok) return found;
    const { invitationId, email, role } = found;
    const member = { name, email, role, passwordHash, invitationId, now };
    const actor = { kind: "system" } as const;
    const added = await addMemberIn(trx, auth, { ...member, actor });
    if (!added.ok) return added;
    const { staffId } = added;
    const at = now.toISOString();
    await setInvitationUsed(trx, { invitationId, staffId, at });
    return { ok: true, email, staffId };
  });
}

async function findUsable(db: Db, codeHash: string, now: Date) {
  const found = await selectInvitationByCode(db, codeHash);
  if (!found) return { ok: false, reason: "unknown-code" } as const;
  const state = stateOfInvitation(found, now);
  if (state !== "open") return { ok: false, reason: state } as const;
  return { ok: true, ...found } as const;
}
