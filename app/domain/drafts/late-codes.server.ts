import { createHmac } from "node:crypto";
import type { Db } from "#app/db/schema.ts";
import type { Actor } from "../audit/audit.ts";
import { recordEvent } from "../audit/audit.server.ts";
import type { Draft } from "./drafts.ts";
import { type DraftStart, startDraftWithin } from "./drafts.server.ts";
import {
  giveDraftItsLateCode,
  insertLateCode,
  selectCodesOfCall,
  selectIsLateCodeShared,
  selectUnusedLateCode,
} from "./late-codes.queries.server.ts";
import { codeOfBytes } from "./codes.server.ts";
import { normaliseCode } from "./codes.ts";

function hashLateCode(secret: string, code: string): string {
  return createHmac("sha256", secret).update(`late-code:${code}`).digest("hex");
}

/**
 * Makes a code with which one person may still answer a call that is
 * `closed-late-accepted`. It is shown this once; its hash is what is stored.
 */
export async function issueLateCode(
  db: Db,
  issue: {
    callId: number;
    secret: string;
    /** For whom it is, for the team alone; left out or empty, nobody said. */
    note?: string;
    actor: Actor;
    now: Date;
    randomBytes: (count: number) => Buffer;
  },
): Promise<{ code: string }> {
  const code = codeOfBytes(issue.randomBytes(15));
  const normalised = normaliseCode(code);
  if (!normalised) throw new Error("A late code that cannot be read back");
  await db.transaction().execute(async (trx) => {
    await insertLateCode(trx, {
      call_id: issue.callId,
      code_hash: hashLateCode(issue.secret, normalised),
      note: issue.note || null,
      issued_at: issue.now.toISOString(),
    });
    await recordEvent(trx, {
      at: issue.now,
      actor: issue.actor,
      subject: { kind: "call", id: issue.callId },
      type: "call.late-code-issued",
    });
  });
  return { code };
}

/** A code that was given out, without the code: that is nowhere. */
export type IssuedCode = {
  id: number;
  note: string | null;
  /** ISO-8601 UTC. */
  issuedAt: string;
  /** When a response was sent with it; null while it may still be used. */
  usedAt: string | null;
};

/** The codes that were given out for a call, the newest first. */
export async function selectIssuedCodes(
  db: Db,
  callId: number,
): Promise<IssuedCode[]> {
  return selectCodesOfCall(db, callId);
}

/**
 * Starts a draft for a call that takes late answers by code, or goes on with
 * the one that is given. In one browser a code begins one draft; in another it
 * may begin a second, for a lost cookie costs nobody their code. It sends one.
 *
 * @returns `unknown-code` where the call has no such code or it has sent its one response.
 */
export async function startLateDraft(
  db: Db,
  start: Omit<DraftStart, "lateCodeId" | "begunWith"> & {
    code: string;
    secret: string;
    /** Begun before the call closed, and found by its holder's key. */
    draft?: Draft | undefined;
  },
): Promise<{ ok: true; draft: Draft } | { ok: false; reason: "unknown-code" }> {
  const code = normaliseCode(start.code);
  if (!code) return { ok: false, reason: "unknown-code" };
  return db.transaction().execute(async (trx) => {
    const lateCode = await selectUnusedLateCode(trx, {
      callId: start.callId,
      codeHash: hashLateCode(start.secret, code),
    });
    if (!lateCode) return { ok: false, reason: "unknown-code" };
    const draft =
      start.draft ??
      (await startDraftWithin(trx, {
        ...start,
        lateCodeId: lateCode.id,
        begunWith: `late-code:${lateCode.id}`,
      }));
    await giveDraftItsLateCode(trx, {
      draftId: draft.id,
      lateCodeId: lateCode.id,
    });
    return { ok: true, draft };
  });
}

/**
 * Whether other answers are under way with the code of this draft. It sends one:
 * whoever writes on is told so before, and not when another one was sent.
 */
export async function isLateCodeShared(
  db: Db,
  draft: Pick<Draft, "id" | "lateCode">,
  now: Date,
): Promise<boolean> {
  if (draft.lateCode !== "unused") return false;
  const of = { draftId: draft.id, now: now.toISOString() };
  return selectIsLateCodeShared(db, of);
}
