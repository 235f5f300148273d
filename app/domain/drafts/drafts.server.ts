import type { Db, Trx } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import type { Language } from "../calls/languages.ts";
import {
  type Draft,
  draftLifetimeDays,
  type LateCodeStanding,
} from "./drafts.ts";
import {
  selectDraftAnswers,
  selectPageVersions,
} from "./draft-answers.queries.server.ts";
import {
  detachDraftFromHolder,
  type DraftRow,
  insertDraft,
  selectHasDrafts,
  selectHasDraftsFromBefore,
  selectUnsentDraft,
} from "./drafts.queries.server.ts";
import { hashHolderKey } from "./holders.server.ts";

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** @returns ISO-8601 UTC. */
export function expiryAfter(now: Date): string {
  return new Date(
    now.getTime() + draftLifetimeDays * millisecondsPerDay,
  ).toISOString();
}

async function readDraftRow(db: Db, row: DraftRow): Promise<Draft> {
  return {
    id: row.id,
    publicId: row.public_id,
    callId: row.call_id,
    definitionId: row.definition_id,
    language: row.language,
    answers: await selectDraftAnswers(db, row.id),
    pageVersions: await selectPageVersions(db, row.id),
    lateCode: lateCodeStanding(row),
    rowVersion: row.row_version,
    updatedAt: row.updated_at,
    expiresAt: row.expires_at,
  };
}

export function lateCodeStanding(
  row: Pick<DraftRow, "late_code_id" | "late_code_used_at">,
): LateCodeStanding {
  if (row.late_code_id === null) return "none";
  return row.late_code_used_at === null ? "unused" : "used";
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
  if (existing && existing.expires_at > at) return readDraftRow(trx, existing);
  // An expired draft waits for the sweep that deletes it with its files.
  if (existing) await detachDraftFromHolder(trx, existing);
  const begun = await insertDraft(trx, {
    public_id: start.randomBytes(16).toString("hex"),
    holder_hash: holderHash,
    call_id: start.callId,
    definition_id: start.definitionId,
    language: start.language,
    late_code_id: start.lateCodeId ?? null,
    created_at: at,
    updated_at: at,
    expires_at: expiryAfter(start.now),
  });
  if (begun)
    await recordEvent(trx, {
      at: start.now,
      actor: { kind: "respondent" },
      subject: { kind: "draft", id: begun.id },
      type: "draft.started",
      details: { callId: start.callId },
    });
  const started = await selectUnsentDraft(trx, { ...start, holderHash });
  if (!started) throw new Error("The draft that was just started is not there");
  return readDraftRow(trx, started);
}

/** The holder's draft for a call that is neither sent nor expired. */
export async function findDraft(
  db: Db,
  of: { callId: number; holderKey: string; now: Date },
): Promise<Draft | undefined> {
  const row = await findUnsentRow(db, of);
  return row && readDraftRow(db, row);
}

async function findUnsentRow(
  db: Db,
  of: { callId: number; holderKey: string; now: Date },
): Promise<DraftRow | undefined> {
  const row = await selectUnsentDraft(db, {
    callId: of.callId,
    holderHash: hashHolderKey(of.holderKey),
  });
  return row && row.expires_at > of.now.toISOString() ? row : undefined;
}

/** The same draft, where nothing that was answered in it is asked for. */
export async function findDraftHead(
  db: Db,
  of: { callId: number; holderKey: string; now: Date },
): Promise<Pick<Draft, "id" | "publicId" | "language"> | undefined> {
  const row = await findUnsentRow(db, of);
  return row && { id: row.id, publicId: row.public_id, language: row.language };
}

/** Whether anything hangs on a holder's key: a draft under way, or one sent of late. */
export async function hasDrafts(
  db: Db,
  of: { holderKey: string; now: Date },
): Promise<boolean> {
  const holderHash = hashHolderKey(of.holderKey);
  return selectHasDrafts(db, { holderHash, now: of.now.toISOString() });
}

/** Whether a holder's key was in use before a time, whatever has become of the draft. */
export async function hasDraftsFromBefore(
  db: Db,
  of: { holderKey: string; before: Date },
): Promise<boolean> {
  return selectHasDraftsFromBefore(db, {
    holderHash: hashHolderKey(of.holderKey),
    before: of.before.toISOString(),
  });
}
