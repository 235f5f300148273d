import type { Db, Trx } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import type { Actor } from "../audit/audit.ts";
import {
  minPasswordCharacters,
  type StaffMember,
  type StaffRole,
} from "./accounts.ts";
import { isCommonPassword } from "./common-passwords.ts";
import { hashPassword, isWeakHash } from "./passwords.server.ts";
import { findStaffSession } from "./sessions.server.ts";
import {
  selectActiveMember,
  selectActiveMembers,
  selectNames,
} from "./staff.queries.server.ts";
import { openAccountsIn, type StaffAuth } from "./staff-auth.server.ts";

export type NewStaffMember = {
  name: string;
  email: string;
  password: string;
  role: StaffRole;
  now: Date;
};

export type PasswordRefusal = "password-too-short" | "password-common";

/**
 * Adds a member of the review team: all of them or nothing, and of two with one
 * address at once the first.
 *
 * @returns `email-taken` where somebody has that address already, `password-too-short` below
 * `minPasswordCharacters`, `password-common` for one that is guessed first.
 */
export async function addStaffMember(
  db: Db,
  auth: StaffAuth,
  { password, ...member }: NewStaffMember,
): Promise<
  | { ok: true; staffId: string }
  | { ok: false; reason: "email-taken" | PasswordRefusal }
> {
  const refusal = whyPasswordIsRefused({ password, ...member });
  if (refusal) return { ok: false, reason: refusal };
  const context = await auth.$context;
  const passwordHash = await context.password.hash(password);
  return db.transaction().execute((trx) =>
    addMemberIn(trx, auth, {
      ...{ ...member, passwordHash, actor: { kind: "system" } },
    }),
  );
}

type MemberToAdd = Omit<NewStaffMember, "password"> & {
  passwordHash: string;
  actor: Actor;
  /** The invitation that they came by. */
  invitationId?: string;
};

/** The same as a part of a transaction, of a password that was looked at and hashed before. */
export async function addMemberIn(
  trx: Trx,
  auth: StaffAuth,
  member: MemberToAdd,
): Promise<
  { ok: true; staffId: string } | { ok: false; reason: "email-taken" }
> {
  const { name, role, now, actor, passwordHash: password } = member;
  const email = keyOfAddress(member.email);
  const accounts = await openAccountsIn(trx, auth);
  if (await accounts.findUserByEmail(email))
    return { ok: false, reason: "email-taken" };
  const { id: staffId } = await accounts.createUser(
    { name, email, emailVerified: true, role },
    { method: "admin" },
  );
  const providerId = "credential";
  const credential = { userId: staffId, accountId: staffId, providerId };
  await accounts.linkAccount({ ...credential, password });
  const { invitationId } = member;
  await recordEvent(trx, {
    ...{ at: now, actor, subject: { kind: "staff" }, type: "staff.added" },
    details: { staffId, role, ...(invitationId && { invitationId }) },
  });
  return { ok: true, staffId };
}

/** An address as it is kept and looked for: two that differ in case are one person's. */
export function keyOfAddress(email: string): string {
  return email.trim().toLowerCase();
}

/** Whether a password may be somebody's, who has this name and address; undefined where it may. */
export function whyPasswordIsRefused(of: {
  password: string;
  name: string;
  email: string;
}): PasswordRefusal | undefined {
  const { password, name, email } = of;
  if (isCommonPassword(password, [name, email])) return "password-common";
  return password.length < minPasswordCharacters
    ? "password-too-short"
    : undefined;
}

/** Hashes a password anew that was right and had been hashed with less work than now. */
export async function strengthenPassword(
  auth: StaffAuth,
  of: { email: string; password: string },
): Promise<void> {
  const { internalAdapter } = await auth.$context;
  const email = keyOfAddress(of.email);
  const found = await internalAdapter.findUserByEmail(email, {
    includeAccounts: true,
  });
  const stored = found?.accounts.find(
    ({ providerId }) => providerId === "credential",
  )?.password;
  if (!found || !stored || !isWeakHash(stored)) return;
  const passwordHash = await hashPassword(of.password);
  await internalAdapter.updatePassword(found.user.id, passwordHash);
}

/** The signed-in member of staff behind a request's cookie; undefined where there is none, the account is disabled or the session is over. */
export async function findSignedInStaff(
  auth: StaffAuth,
  db: Db,
  of: { headers: Headers; now: Date },
): Promise<StaffMember | undefined> {
  const found = await findStaffSession(auth, db, of);
  return found?.member;
}

/** The members of staff whom work can be assigned to, by name. */
export async function selectActiveStaff(db: Db): Promise<StaffMember[]> {
  return selectActiveMembers(db);
}

/** Whether somebody is on the team now: work can be given to nobody else. */
export async function isActiveStaff(db: Db, staffId: string): Promise<boolean> {
  return (await selectActiveMember(db, staffId)) !== undefined;
}

/** The names of everybody who was ever on the team, by id: what was done stays told. */
export async function selectStaffNames(db: Db): Promise<Map<string, string>> {
  const members = await selectNames(db);
  return new Map(members.map(({ id, name }) => [id, name]));
}
