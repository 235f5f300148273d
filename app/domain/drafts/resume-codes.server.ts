import { createHmac } from "node:crypto";
import type { Db } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import type { Letter } from "../mail/mail.ts";
import { postMail } from "../mail/mail.server.ts";
import { codeOfBytes } from "./codes.server.ts";
import { groupInFours, normaliseCode } from "./codes.ts";
import type { DraftHead } from "./drafts.ts";
import {
  type DraftHolder,
  findDraftHead,
  hasRoomForDraft,
} from "./drafts.server.ts";
import { hashHolderKey } from "./holders.server.ts";
import {
  deleteDraftHolder,
  insertDraftHolder,
} from "./holders.queries.server.ts";
import {
  selectDraftByResumeCode,
  selectHasResumeCode,
  setResumeCode,
} from "./resume-codes.queries.server.ts";

function hashResumeCode(secret: string, code: string): string {
  return createHmac("sha256", secret)
    .update(`resume-code:${code}`)
    .digest("hex");
}

/** One of its holder's drafts. */
export type OneDraft = Omit<DraftHolder, "named"> & { publicId: string };

function findHeld(db: Db, { publicId, ...of }: OneDraft) {
  return findDraftHead(db, { ...of, named: { publicId } });
}

/**
 * Makes the code with which a draft can be opened in any browser, and ends the
 * one before. It is shown this once; its keyed hash is what is stored.
 *
 * @returns undefined where the holder has no such draft under way.
 */
export async function makeResumeCode(
  db: Db,
  make: OneDraft & {
    secret: string;
    randomBytes: (count: number) => Buffer;
  },
): Promise<{ code: string } | undefined> {
  const code = codeOfBytes(make.randomBytes(15));
  const normalised = normaliseCode(code);
  if (!normalised) throw new Error("A resume code that cannot be read back");
  const codeHash = hashResumeCode(make.secret, normalised);
  return db.transaction().execute(async (trx) => {
    const draft = await findHeld(trx, make);
    if (!draft) return undefined;
    await setResumeCode(trx, { draftId: draft.id, codeHash });
    await recordEvent(trx, {
      at: make.now,
      actor: { kind: "respondent" },
      subject: { kind: "draft", id: draft.id },
      type: "draft.resume-code-made",
    });
    return { code };
  });
}

/** A code as it is shown, where it is the one that opens the holder's draft now. */
export async function findResumeCode(
  db: Db,
  { code, secret, ...of }: OneDraft & { code: string; secret: string },
): Promise<string | undefined> {
  const normalised = normaliseCode(code);
  const draft = normalised && (await findHeld(db, of));
  if (!normalised || !draft) return undefined;
  const found = await selectDraftByResumeCode(db, {
    codeHash: hashResumeCode(secret, normalised),
    now: of.now.toISOString(),
  });
  return found?.id === draft.id ? groupInFours(normalised) : undefined;
}

/** By then whoever waits for a code has made another, or does not wait any more. */
const mailedWithinMilliseconds = 24 * 60 * 60_000;

/**
 * Leaves a mail to whoever asked for the code of their draft. Nothing that is
 * kept ties the two: neither the draft nor an event tells of an address.
 *
 * @returns false where another code was made meanwhile.
 */
export async function mailResumeCode(
  db: Db,
  mail: OneDraft & {
    code: string;
    letter: Letter;
    /** When the draft is over: nobody needs the code after that. */
    until: Date;
    secret: string;
    randomBytes: (count: number) => Buffer;
  },
): Promise<boolean> {
  const { letter, until, secret, now, randomBytes } = mail;
  const tomorrow = now.getTime() + mailedWithinMilliseconds;
  return db.transaction().execute(async (trx) => {
    const current = await findResumeCode(trx, mail);
    if (current !== undefined)
      await postMail(trx, {
        kind: "resume-code",
        letter,
        sendBefore: new Date(Math.min(tomorrow, until.getTime())),
        secret,
        now,
        randomBytes,
      });
    return current !== undefined;
  });
}

/** Whether a draft can be come back to without the browser that holds it. */
export async function hasResumeCode(db: Db, draftId: number): Promise<boolean> {
  return selectHasResumeCode(db, draftId);
}

export type Resumed =
  | { ok: true; draft: Pick<DraftHead, "id" | "publicId" | "callId"> }
  /** No draft under way has this code: wrong, ended, sent, deleted and over are one. */
  | { ok: false; reason: "unknown-code" }
  /** This browser holds as many drafts as it may. */
  | { ok: false; reason: "too-many-drafts" };

/**
 * Ties the draft of a code to the browser it was typed into. Whoever held it
 * holds it still: two devices may go on, and a page that is older than what
 * is saved overwrites nothing (docs/decisions/160).
 */
export async function resumeDraft(
  db: Db,
  resume: { code: string; secret: string; holderKey: string; now: Date },
): Promise<Resumed> {
  const { secret, holderKey, now } = resume;
  const code = normaliseCode(resume.code);
  if (!code) return { ok: false, reason: "unknown-code" };
  return db.transaction().execute(async (trx) => {
    // A hash with a key of ours says nothing by how long it is looked for.
    const codeHash = hashResumeCode(secret, code);
    const of = { codeHash, now: now.toISOString() };
    const draft = await selectDraftByResumeCode(trx, of);
    if (!draft) return { ok: false, reason: "unknown-code" };
    const { id, publicId, callId } = draft;
    const isHeld = await findHeld(trx, { holderKey, callId, now, publicId });
    if (!isHeld && !(await hasRoomForDraft(trx, { holderKey, now })))
      return { ok: false, reason: "too-many-drafts" };
    const holderHash = hashHolderKey(holderKey);
    await insertDraftHolder(trx, { draftId: id, holderHash });
    await recordEvent(trx, {
      at: now,
      actor: { kind: "respondent" },
      subject: { kind: "draft", id },
      type: "draft.resumed",
    });
    return { ok: true, draft: { id, publicId, callId } };
  });
}

/**
 * Takes a draft off the browser that asks, which does not open it again without
 * the code. The draft stays, for whoever has that, as long as it is kept.
 *
 * @returns `no-code` where nobody could ever open it again.
 */
export async function takeDraftOffDevice(
  db: Db,
  of: OneDraft,
): Promise<{ ok: true } | { ok: false; reason: "not-found" | "no-code" }> {
  return db.transaction().execute(async (trx) => {
    const draft = await findHeld(trx, of);
    if (!draft) return { ok: false, reason: "not-found" };
    if (!(await selectHasResumeCode(trx, draft.id)))
      return { ok: false, reason: "no-code" };
    const holderHash = hashHolderKey(of.holderKey);
    await deleteDraftHolder(trx, { draftId: draft.id, holderHash });
    await recordEvent(trx, {
      at: of.now,
      actor: { kind: "respondent" },
      subject: { kind: "draft", id: draft.id },
      type: "draft.taken-off-device",
    });
    return { ok: true };
  });
}
