import { createHmac } from "node:crypto";
import type { Db } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import type { Actor } from "../audit/audit.ts";
import { openText, sealText } from "../text/sealed-text.server.ts";
import { deletePasskeysOf } from "./passkeys.queries.server.ts";
import { recoveryCodeCount } from "./second-steps.ts";
import {
  countUnusedRecoveryCodes,
  deleteSecondStep,
  replaceRecoveryCodes,
  selectSecondStep,
  takeRecoveryCode,
  takeStep,
  upsertSecondStep,
} from "./second-steps.queries.server.ts";
import { type AccountNotice, tellOfChange } from "./staff-mail.server.ts";
import { deleteSessions } from "./sessions.queries.server.ts";
import { findStep } from "./totp.server.ts";

type Of = { staffId: string; secret: string; now: Date };
type WithRandom = { randomBytes: (count: number) => Buffer };

const keyBytes = 20;
/** For how long a key that stands on a page can be set up. */
const offerMinutes = 30;

const sealing = (purpose: string, { staffId, secret }: Omit<Of, "now">) => ({
  ...{ secret, purpose, belongsTo: staffId },
});
const kept = (of: Omit<Of, "now">) => sealing("heard-second-step", of);
const offered = (of: Omit<Of, "now">) => sealing("heard-second-step-offer", of);

/** A key for an app, and the same sealed, for the form that sets it up to carry: nothing is written down until a code of it comes. */
export function offerSecondStep({ randomBytes, now, ...of }: Of & WithRandom) {
  const key = randomBytes(keyBytes);
  const text = JSON.stringify([key.toString("hex"), now.getTime()]);
  return { key, offer: sealText(text, { ...offered(of), randomBytes }) };
}

/** The key of an offer that was made to somebody; undefined where it is none, or an old one. */
export function readOffer(offer: string, of: Of): Buffer | undefined {
  try {
    const [hex, at] = JSON.parse(openText(offer, offered(of))) as [
      string,
      number,
    ];
    const age = of.now.getTime() - at;
    return age < offerMinutes * 60_000 ? Buffer.from(hex, "hex") : undefined;
  } catch {
    return undefined;
  }
}

export type SettingUp =
  | { ok: true; recoveryCodes: string[] }
  | { ok: false; reason: "old-offer" | "wrong-code" };

/**
 * Sets a person's second step up, in place of one that they had, where a code of
 * the offered key shows that their app has it.
 *
 * @returns recovery codes, which are shown this once.
 */
export async function setUpSecondStep(
  db: Db,
  setUp: Of & WithRandom & { offer: string; code: string },
): Promise<SettingUp> {
  const { staffId, now, offer, code, randomBytes } = setUp;
  const key = readOffer(offer, setUp);
  if (!key) return { ok: false, reason: "old-offer" };
  const step = findStep(key, code, now);
  if (step === undefined) return { ok: false, reason: "wrong-code" };
  const sealed = sealText(key.toString("hex"), { ...kept(setUp), randomBytes });
  const made = makeRecoveryCodes(setUp);
  await db.transaction().execute(async (trx) => {
    await upsertSecondStep(trx, {
      ...{ staff_id: staffId, sealed, last_step: step },
      set_up_at: now.toISOString(),
    });
    await replaceRecoveryCodes(trx, { staffId, codeHashes: made.codeHashes });
    await recordEvent(trx, {
      ...{ at: now, subject: { kind: "staff" } },
      actor: { kind: "staff", staffId },
      ...{ type: "staff.second-step-set-up", details: { staffId } },
    });
  });
  return { ok: true, recoveryCodes: made.codes };
}

/**
 * Makes recovery codes in place of those of before, used and not.
 *
 * @returns undefined where somebody has no second step.
 */
export async function renewRecoveryCodes(
  db: Db,
  of: Of & WithRandom,
): Promise<string[] | undefined> {
  const { staffId, now } = of;
  const made = makeRecoveryCodes(of);
  return db.transaction().execute(async (trx) => {
    if (!(await selectSecondStep(trx, staffId))) return undefined;
    await replaceRecoveryCodes(trx, { staffId, codeHashes: made.codeHashes });
    await recordEvent(trx, {
      ...{ at: now, subject: { kind: "staff" } },
      actor: { kind: "staff", staffId },
      ...{ type: "staff.recovery-codes-renewed", details: { staffId } },
    });
    return made.codes;
  });
}

/**
 * Whether a code is the one of somebody's app now, or one of their recovery
 * codes; either is taken once, also of two at the same moment.
 */
export async function takeSecondStepCode(
  db: Db,
  taking: Of & { code: string },
): Promise<boolean> {
  const { staffId, code, now } = taking;
  const stored = await selectSecondStep(db, staffId);
  if (!stored) return false;
  const key = openKey(stored.sealed, taking);
  const step = key && findStep(key, code, now);
  if (step !== undefined) return takeStep(db, { staffId, step });
  const codeHash = hashRecoveryCode(code, taking);
  return db.transaction().execute(async (trx) => {
    const at = now.toISOString();
    if (!(await takeRecoveryCode(trx, { staffId, codeHash, at }))) return false;
    await recordEvent(trx, {
      ...{ at: now, subject: { kind: "staff" } },
      actor: { kind: "staff", staffId },
      ...{ type: "staff.recovery-code-used", details: { staffId } },
    });
    return true;
  });
}

/** Undefined where it was sealed with another secret: then it has to be taken off. */
function openKey(sealed: string, of: Of): Buffer | undefined {
  try {
    return Buffer.from(openText(sealed, kept(of)), "hex");
  } catch {
    return undefined;
  }
}

/** Whether somebody has a second step, since when, and how many recovery codes are left to them. */
export async function findSecondStep(
  db: Db,
  staffId: string,
): Promise<{ since: string; recoveryCodesLeft: number } | undefined> {
  const stored = await selectSecondStep(db, staffId);
  if (!stored) return undefined;
  const recoveryCodesLeft = await countUnusedRecoveryCodes(db, staffId);
  return { since: stored.setUpAt, recoveryCodesLeft };
}

/**
 * Takes the second step off somebody who has lost it: they are signed out, and
 * told by mail, because whoever asked for it may not have been them.
 *
 * @returns false where they have none.
 */
export async function takeSecondStepOff(
  db: Db,
  taking: AccountNotice & { staffId: string; actor: Actor },
): Promise<boolean> {
  const { staffId, actor, ...notice } = taking;
  const { now } = notice;
  return db.transaction().execute(async (trx) => {
    if (!(await deleteSecondStep(trx, staffId))) return false;
    // A passkey stands for both steps, and may be on what was lost.
    await deletePasskeysOf(trx, staffId);
    await deleteSessions(trx, { staffId });
    await recordEvent(trx, {
      ...{ at: now, actor, subject: { kind: "staff" } },
      ...{ type: "staff.second-step-taken-off", details: { staffId } },
    });
    await tellOfChange(trx, { ...notice, staffId, kind: "second-step-off" });
    return true;
  });
}

/** Without letters and numbers that look alike. */
const alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const recoveryCodeLength = 12;

function makeRecoveryCodes(of: Of & WithRandom) {
  const codes = Array.from({ length: recoveryCodeCount }, () => makeCode(of));
  return { codes, codeHashes: codes.map((code) => hashRecoveryCode(code, of)) };
}

/** Of bytes that fall outside the alphabet's multiple the next: each letter is as likely. */
function makeCode({ randomBytes }: WithRandom): string {
  let code = "";
  while (code.length < recoveryCodeLength) {
    const byte = randomBytes(1)[0] ?? 0;
    if (byte < 248) code += alphabet[byte % alphabet.length];
  }
  return code.match(/.{4}/g)?.join("-") ?? code;
}

function hashRecoveryCode(
  code: string,
  { staffId, secret }: Omit<Of, "now">,
): string {
  const typed = code.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return createHmac("sha256", secret)
    .update(`staff-recovery:${staffId}:${typed}`)
    .digest("hex");
}
