import type { Db, Row, Trx } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import type { Answers } from "../calls/definition.ts";
import { type Language, toLanguage } from "../calls/languages.ts";
import { type Draft, draftLifetimeDays } from "./drafts.ts";
import {
  deleteDraftAnswers,
  detachDraftFromHolder,
  selectDraft,
  selectDraftAnswers,
  selectHasDrafts,
  selectUnsentDraft,
  upsertDraftAnswer,
} from "./drafts.queries.server.ts";
import { hashHolderKey } from "./holders.server.ts";

const millisecondsPerDay = 24 * 60 * 60 * 1000;

function expiryAfter(now: Date): string {
  return new Date(
    now.getTime() + draftLifetimeDays * millisecondsPerDay,
  ).toISOString();
}

function toDraft(row: Row<"drafts">, answers: Answers): Draft {
  return {
    id: row.id,
    publicId: row.public_id,
    callId: row.call_id,
    definitionId: row.definition_id,
    language: toLanguage(row.language),
    answers,
    hasLateCode: row.late_code_id !== null,
    rowVersion: row.row_version,
    updatedAt: row.updated_at,
    expiresAt: row.expires_at,
  };
}

export type DraftStart = {
  callId: number;
  definitionId: number;
  language: Language;
  /** The cookie's value; only its hash is stored. */
  holderKey: string;
  lateCodeId?: number;
  now: Date;
  randomBytes: (count: number) => Buffer;
};

/**
 * Starts a draft, or gives back the one the holder has under way for this
 * call. Whether the call takes answers is the caller's to ask; sending asks again.
 */
export async function startDraft(db: Db, start: DraftStart): Promise<Draft> {
  return db.transaction().execute((trx) => startDraftWithin(trx, start));
}

export async function startDraftWithin(
  trx: Trx,
  start: DraftStart,
): Promise<Draft> {
  const holderHash = hashHolderKey(start.holderKey);
  const at = start.now.toISOString();
  const existing = await selectUnsentDraft(trx, { ...start, holderHash });
  if (existing && existing.expires_at > at)
    return toDraft(existing, await selectDraftAnswers(trx, existing.id));
  // An expired draft waits for the sweep that deletes it with its files.
  if (existing) await detachDraftFromHolder(trx, existing);
  const row = await trx
    .insertInto("drafts")
    .values({
      public_id: start.randomBytes(16).toString("hex"),
      holder_hash: holderHash,
      call_id: start.callId,
      definition_id: start.definitionId,
      language: start.language,
      late_code_id: start.lateCodeId ?? null,
      created_at: at,
      updated_at: at,
      expires_at: expiryAfter(start.now),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordEvent(trx, {
    at: start.now,
    actor: { kind: "respondent" },
    subject: { kind: "draft", id: row.id },
    type: "draft.started",
    details: { callId: start.callId },
  });
  return toDraft(row, {});
}

/** The holder's draft for a call that is neither sent nor expired. */
export async function findDraft(
  db: Db,
  of: { callId: number; holderKey: string; now: Date },
): Promise<Draft | undefined> {
  const row = await selectUnsentDraft(db, {
    callId: of.callId,
    holderHash: hashHolderKey(of.holderKey),
  });
  if (!row || row.expires_at <= of.now.toISOString()) return undefined;
  return toDraft(row, await selectDraftAnswers(db, row.id));
}

/** Whether anything hangs on a holder's key: a draft under way, or one sent of late. */
export async function hasDrafts(
  db: Db,
  of: { holderKey: string; now: Date },
): Promise<boolean> {
  const holderHash = hashHolderKey(of.holderKey);
  return selectHasDrafts(db, { holderHash, now: of.now.toISOString() });
}

export type SaveOutcome =
  { ok: true } | { ok: false; reason: "already-sent" | "not-found" };

/**
 * Saves what was typed on a page, fitting or not; an answer that is undefined
 * is removed. Not an event: docs/decisions/020.
 *
 * @returns `already-sent` where the draft has become a response, `not-found` where it was deleted.
 */
export async function saveDraftPage(
  db: Db,
  save: { draftId: number; answers: Answers; now: Date },
): Promise<SaveOutcome> {
  return db.transaction().execute(async (trx) => {
    const draft = await selectDraft(trx, save.draftId);
    if (!draft) return { ok: false, reason: "not-found" };
    if (draft.submitted_at !== null)
      return { ok: false, reason: "already-sent" };
    const removed: string[] = [];
    for (const [questionId, value] of Object.entries(save.answers)) {
      if (value === undefined) removed.push(questionId);
      else
        await upsertDraftAnswer(trx, {
          draftId: draft.id,
          questionId,
          value,
          savedAt: save.now.toISOString(),
        });
    }
    if (removed.length > 0)
      await deleteDraftAnswers(trx, {
        draftId: draft.id,
        questionIds: removed,
      });
    await trx
      .updateTable("drafts")
      .set((eb) => ({
        row_version: eb("row_version", "+", 1),
        updated_at: save.now.toISOString(),
        expires_at: expiryAfter(save.now),
      }))
      .where("id", "=", draft.id)
      .execute();
    return { ok: true };
  });
}
