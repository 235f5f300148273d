import { keepQuery, type Places } from "#app/db/kept-queries.server.ts";
import { lockRows } from "#app/db/locks.server.ts";
import type { Db, NewRow, Row, Trx } from "#app/db/schema.ts";
import type { Language } from "../calls/languages.ts";

export type DraftRow = Row<"drafts"> & {
  /** When the draft's late code was used, by this draft or another. */
  late_code_used_at: string | null;
};

export function draftsWithLateCodes(db: Db) {
  return db
    .selectFrom("drafts")
    .leftJoin("late_codes", "late_codes.id", "drafts.late_code_id")
    .selectAll("drafts")
    .select("late_codes.used_at as late_code_used_at");
}

const lockedDraft = keepQuery((db, of: Places<{ draftId: number }>) =>
  draftsWithLateCodes(db)
    .where("drafts.id", "=", of.draftId)
    .$call(lockRows(db, "drafts")),
);

/** The draft, which nobody else changes until the transaction ends: its pages are saved beside whoever has the turn. */
export async function lockDraft(
  trx: Trx,
  draftId: number,
): Promise<DraftRow | undefined> {
  const [draft] = await lockedDraft(trx, { draftId });
  return draft;
}

/** What a draft was begun with begins another one from now on. */
export async function forgetBeginning(trx: Trx, draftId: number) {
  await trx
    .updateTable("drafts")
    .set({ begun_by: null })
    .where("id", "=", draftId)
    .execute();
}

type Renewal = {
  draftId: number;
  language: Language;
  at: string;
  expiresAt: string;
};

const renewal = keepQuery(
  (db, { draftId, language, at, expiresAt }: Places<Renewal>) =>
    db
      .updateTable("drafts")
      .set((eb) => ({
        language,
        row_version: eb("row_version", "+", 1),
        updated_at: at,
        expires_at: expiresAt,
      }))
      .where("id", "=", draftId),
);

/** A draft lives on from its last save. */
export async function renewDraft(trx: Trx, renewed: Renewal) {
  await renewal(trx, renewed);
}

type Sent = {
  draftId: number;
  responseId: number;
  language: Language;
  at: string;
  until: string;
};

const sentMark = keepQuery((db, sent: Places<Sent>) =>
  db
    .updateTable("drafts")
    .set({
      submitted_response_id: sent.responseId,
      language: sent.language,
      submitted_at: sent.at,
      expires_at: sent.until,
      resume_code_hash: null,
    })
    .where("id", "=", sent.draftId),
);

export async function markDraftSent(
  trx: Trx,
  {
    now,
    until,
    ...ids
  }: Pick<Sent, "draftId" | "responseId" | "language"> & {
    now: Date;
    until: Date;
  },
) {
  const times = { at: now.toISOString(), until: until.toISOString() };
  await sentMark(trx, { ...ids, ...times });
}

/** To a version of its call that its holder has to be asked again on. */
export async function moveDraft(
  trx: Trx,
  to: { draftId: number; definitionId: number; begunDefinitionId: number },
) {
  await trx
    .updateTable("drafts")
    .set((eb) => ({
      definition_id: to.definitionId,
      begun_definition_id: to.begunDefinitionId,
      row_version: eb("row_version", "+", 1),
    }))
    .where("id", "=", to.draftId)
    .execute();
}

export async function deleteDraftRow(trx: Trx, draftId: number) {
  await trx.deleteFrom("drafts").where("id", "=", draftId).execute();
}

/** Drafts, sent ones too, whose time is over, the longest first. */
export async function selectExpiredDrafts(
  db: Db,
  of: { now: string; limit: number; exceptIds: number[] },
) {
  return db
    .selectFrom("drafts")
    .select(["id", "submitted_at"])
    .where("expires_at", "<=", of.now)
    .$if(of.exceptIds.length > 0, (query) =>
      query.where("id", "not in", of.exceptIds),
    )
    .orderBy("expires_at")
    .limit(of.limit)
    .execute();
}

/** @returns undefined where another post of the same page has begun it since it was looked for. */
export async function insertDraft(
  trx: Trx,
  row: NewRow<"drafts">,
): Promise<{ id: number } | undefined> {
  return trx
    .insertInto("drafts")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
}
