import type { Db } from "#app/db/schema.ts";
import {
  type PasswordRefusal,
  whyPasswordIsRefused,
} from "../accounts/accounts.server.ts";
import { findStaffId } from "../accounts/account-state.server.ts";
import { setPassword } from "../accounts/own-password.server.ts";
import { hashPassword } from "../accounts/passwords.server.ts";
import { findPerson } from "../accounts/people.server.ts";
import type { StaffAuth } from "../accounts/staff-auth.server.ts";
import { mailStaff, type StaffPosting } from "../accounts/staff-mail.server.ts";
import type { Actor } from "../audit/audit.ts";
import { recordEvent } from "../audit/audit.server.ts";
import type { Letter } from "../mail/mail.ts";
import {
  forgetReset,
  selectReset,
  upsertReset,
} from "./resets.queries.server.ts";
import { hashSentCode, makeSentCode } from "./sent-codes.server.ts";
import { resetMinutes } from "./team.ts";

type Sending = Omit<StaffPosting, "kind" | "sendBefore"> & {
  /** The letter's words; the code stands nowhere else. */
  write: (code: string, person: { name: string }) => Omit<Letter, "to">;
};

/**
 * Mails somebody a code with which they can set another password, once and for
 * `resetMinutes`. A code that was sent before ends. Their password holds until then.
 *
 * @returns undefined where there is nobody of that id, or they have left.
 */
export async function sendReset(
  db: Db,
  {
    staffId,
    actor,
    write,
    ...posting
  }: Sending & { staffId: string; actor: Actor },
): Promise<{ name: string } | undefined> {
  const { secret, now, randomBytes } = posting;
  return db.transaction().execute(async (trx) => {
    const person = await findPerson(trx, staffId);
    if (!person || person.disabledAt !== null) return undefined;
    const keyed = { purpose: "reset", secret, randomBytes } as const;
    const { code, codeHash } = makeSentCode(keyed);
    const end = new Date(now.getTime() + resetMinutes * 60_000);
    await upsertReset(trx, {
      ...{ staff_id: staffId, code_hash: codeHash },
      ...{ asked_at: now.toISOString(), expires_at: end.toISOString() },
    });
    await mailStaff(trx, {
      ...{ ...posting, kind: "password-reset", sendBefore: end },
      staffIds: [staffId],
      write: (of) => write(code, of),
    });
    await recordEvent(trx, {
      ...{ at: now, actor, subject: { kind: "staff" } },
      ...{ type: "staff.reset-sent", details: { staffId } },
    });
    return { name: person.name };
  });
}

/** The same for whoever asks for it by an address, which nobody is told whether we know. */
export async function sendResetTo(
  db: Db,
  { email, ...sending }: Sending & { email: string },
): Promise<void> {
  const staffId = await findStaffId(db, email);
  if (staffId === undefined) return;
  await sendReset(db, { ...sending, staffId, actor: { kind: "system" } });
}

export type ResetOutcome =
  | { ok: true }
  | { ok: false; reason: "unknown-code" | "expired" | PasswordRefusal };

/**
 * Sets another password by a code that was sent. The code is used up, and every
 * session ends; the second step stays as it is.
 */
export async function resetPassword(
  db: Db,
  auth: StaffAuth,
  reset: { code: string; password: string; secret: string; now: Date },
): Promise<ResetOutcome> {
  const { code, password, secret, now } = reset;
  const codeHash = hashSentCode(code, { purpose: "reset", secret });
  if (codeHash === undefined) return { ok: false, reason: "unknown-code" };
  const before = await findUsable(db, codeHash, now);
  if (!before.ok) return before;
  const refusal = whyPasswordIsRefused({ ...before.person, password });
  if (refusal) return { ok: false, reason: refusal };
  const passwordHash = await hashPassword(password);
  return db.transaction().execute(async (trx) => {
    const found = await findUsable(trx, codeHash, now);
    if (!found.ok) return found;
    const { staffId } = found.person;
    await forgetReset(trx, staffId);
    const actor = { kind: "staff", staffId } as const;
    const of = { staffId, passwordHash, actor, now };
    await setPassword(trx, auth, { ...of, how: "reset" });
    return { ok: true };
  });
}

async function findUsable(db: Db, codeHash: string, now: Date) {
  const found = await selectReset(db, codeHash);
  const person = found && (await findPerson(db, found.staffId));
  if (!found || !person || person.disabledAt !== null)
    return { ok: false, reason: "unknown-code" } as const;
  if (found.expiresAt <= now.toISOString())
    return { ok: false, reason: "expired" } as const;
  return { ok: true, person } as const;
}
