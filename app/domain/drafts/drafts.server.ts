import type { Db, Trx } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import type { Language } from "../calls/languages.ts";
import {
  type Draft,
  type DraftHead,
  draftLifetimeDays,
  type DraftName,
  type LateCodeStanding,
  mostDraftsOfHolder,
} from "./drafts.ts";
import {
  selectDraftAnswers,
  selectPageVersions,
} from "./draft-answers.queries.server.ts";
import {
  type DraftRow,
  forgetBeginning,
  insertDraft,
} from "./drafts.queries.server.ts";
import {
  insertDraftHolder,
  selectAllUnsentDrafts,
  selectDraftBegunBy,
  selectHeldDraft,
  selectUnsentDrafts,
} from "./holders.queries.server.ts";
import { hashBeginning, hashHolderKey } from "./holders.server.ts";

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** @returns ISO-8601 UTC. */
export function expiryAfter(now: Date): string {
  return new Date(
    now.getTime() + draftLifetimeDays * millisecondsPerDay,
  ).toISOString();
}

function toHead(row: DraftRow): DraftHead {
  return {
    id: row.id,
    publicId: row.public_id,
    callId: row.call_id,
    definitionId: row.definition_id,
    ...(row.begun_definition_id !== null && {
      begunDefinitionId: row.begun_definition_id,
    }),
    language: row.language,
    lateCode: lateCodeStanding(row),
    rowVersion: row.row_version,
    startedAt: row.created_at,
    updatedAt: row.updated_at,
    expiresAt: row.expires_at,
  };
}

async function readDraftRow(db: Db, row: DraftRow): Promise<Draft> {
  const { startedAt: _, ...head } = toHead(row);
  return {
    ...head,
    answers: await selectDraftAnswers(db, row.id),
    pageVersions: await selectPageVersions(db, row.id),
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
  /** What two posts of the page that begins it have in common; without it each begins one. */
  begunWith?: string | undefined;
  lateCodeId?: number;
  now: Date;
  randomBytes: (count: number) => Buffer;
};

/**
 * Starts a draft, or gives back the one that was begun with the same. Whether
 * the call takes answers, and the holder has room for one more, is the caller's
 * to ask; sending asks again.
 */
export async function startDraft(db: Db, start: DraftStart): Promise<Draft> {
  return db.transaction().execute((trx) => startDraftWithin(trx, start));
}

export async function startDraftWithin(
  trx: Trx,
  start: DraftStart,
): Promise<Draft> {
  const { callId, begunWith } = start;
  const of = { callId, holderHash: hashHolderKey(start.holderKey) };
  if (begunWith === undefined)
    return readDraftRow(trx, await beginDraft(trx, of, start));
  const begunBy = hashBeginning({ ...of, begunWith });
  const before = await selectDraftBegunBy(trx, { ...of, begunBy });
  if (before && before.expires_at > start.now.toISOString())
    return readDraftRow(trx, before);
  // An expired draft waits for the sweep that deletes it with its files.
  if (before) await forgetBeginning(trx, before.id);
  return readDraftRow(trx, await beginDraft(trx, { ...of, begunBy }, start));
}

type Beginning = { callId: number; holderHash: string; begunBy?: string };

/** Another post of the same page may be quicker: then the draft is the one that it began. */
async function beginDraft(
  trx: Trx,
  { begunBy, ...of }: Beginning,
  { now, ...start }: DraftStart,
): Promise<DraftRow> {
  const at = now.toISOString();
  const publicId = start.randomBytes(16).toString("hex");
  const begun = await insertDraft(trx, {
    public_id: publicId,
    begun_by: begunBy ?? null,
    call_id: of.callId,
    definition_id: start.definitionId,
    language: start.language,
    late_code_id: start.lateCodeId ?? null,
    created_at: at,
    updated_at: at,
    expires_at: expiryAfter(now),
  });
  if (begun) {
    const { holderHash, callId } = of;
    await insertDraftHolder(trx, { draftId: begun.id, holderHash });
    await recordEvent(trx, {
      at: now,
      actor: { kind: "respondent" },
      subject: { kind: "draft", id: begun.id },
      type: "draft.started",
      details: { callId },
    });
  }
  const started =
    begunBy === undefined
      ? await selectHeldDraft(trx, { ...of, publicId })
      : await selectDraftBegunBy(trx, { ...of, begunBy });
  if (!started) throw new Error("The draft that was just started is not there");
  return started;
}

export type DraftHolder = {
  callId: number;
  holderKey: string;
  now: Date;
  /** Which one is meant; without it the only one there is. */
  named?: DraftName | undefined;
};

/**
 * The holder's draft for a call that is neither sent nor expired: the one that
 * is named, or the only one. Of several that nobody named there is none.
 */
export async function findDraft(
  db: Db,
  of: DraftHolder,
): Promise<Draft | undefined> {
  const row = await findUnsentRow(db, of);
  return row && readDraftRow(db, row);
}

async function findUnsentRow(
  db: Db,
  { callId, holderKey, now, named }: DraftHolder,
): Promise<DraftRow | undefined> {
  const of = { callId, holderHash: hashHolderKey(holderKey) };
  const at = now.toISOString();
  if (!named) {
    const rows = await selectUnsentDrafts(db, { ...of, now: at });
    return rows.length === 1 ? rows[0] : undefined;
  }
  const row = await findNamedRow(db, { ...of, named });
  const isUnsent = row?.submitted_at === null && row.expires_at > at;
  return isUnsent ? row : undefined;
}

async function findNamedRow(
  db: Db,
  {
    named,
    ...of
  }: { callId: number; holderHash: string } & { named: DraftName },
): Promise<DraftRow | undefined> {
  if ("publicId" in named) return selectHeldDraft(db, { ...of, ...named });
  const begunBy = hashBeginning({ ...of, ...named });
  return selectDraftBegunBy(db, { ...of, begunBy });
}

/** The same draft, where nothing that was answered in it is asked for. */
export async function findDraftHead(
  db: Db,
  of: DraftHolder,
): Promise<DraftHead | undefined> {
  const row = await findUnsentRow(db, of);
  return row && toHead(row);
}

/** The draft's head, where the holder has sent it already. */
export async function findNamedSentDraft(
  db: Db,
  { callId, holderKey, named }: DraftHolder & { named: DraftName },
): Promise<DraftHead | undefined> {
  const of = { callId, holderHash: hashHolderKey(holderKey) };
  const row = await findNamedRow(db, { ...of, named });
  return row && row.submitted_at !== null ? toHead(row) : undefined;
}

/** A holder's drafts that are neither sent nor expired, of one call or of all, the oldest first. */
export async function selectDraftHeads(
  db: Db,
  of: { holderKey: string; callId?: number; now: Date },
): Promise<DraftHead[]> {
  const { callId } = of;
  const holder = {
    holderHash: hashHolderKey(of.holderKey),
    now: of.now.toISOString(),
  };
  const rows =
    callId === undefined
      ? await selectAllUnsentDrafts(db, holder)
      : await selectUnsentDrafts(db, { ...holder, callId });
  return rows.map(toHead);
}

/** Whether a browser may begin one more draft. */
export async function hasRoomForDraft(
  db: Db,
  of: { holderKey: string; now: Date },
): Promise<boolean> {
  return (await selectDraftHeads(db, of)).length < mostDraftsOfHolder;
}
