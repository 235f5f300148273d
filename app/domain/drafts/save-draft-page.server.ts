import { transactionBesideTurn } from "#app/db/locks.server.ts";
import type { Db, Trx } from "#app/db/schema.ts";
import type { Answers } from "../calls/definition.ts";
import type { Language } from "../calls/languages.ts";
import { isSameAnswer } from "../calls/question-types/question-type.ts";
import { expiryAfter } from "./drafts.server.ts";
import {
  countPageChange,
  deleteDraftAnswers,
  selectDraftAnswers,
  selectPageSave,
  upsertDraftAnswer,
} from "./draft-answers.queries.server.ts";
import { lockDraft, renewDraft } from "./drafts.queries.server.ts";
import { ownValue } from "../text/own-value.ts";

export type DraftPageSave = {
  draftId: number;
  pageId: string;
  /** The version that the page was rendered from; 0 where nothing of it was saved. */
  baseVersion: number;
  /** The one the page was shown in; the draft keeps its own where none is said. */
  language?: Language | undefined;
  /** What was typed, by the page's questions; an answer that is undefined is removed. */
  answers: Answers;
  /** Which rendering of the page sends this; undefined where it does not say. */
  rendering?: string | undefined;
  /** Nobody pressed a button: it may be an earlier text that comes late. */
  isUnasked?: boolean;
  /** Somebody goes on from it: that is kept too, where nothing was typed. */
  isVisit?: boolean;
  now: Date;
};

export type SaveOutcome =
  | { ok: true; version: number }
  /** Nothing was saved: what stands in the draft came there after the page was rendered, and differs. */
  | { ok: false; reason: "saved-elsewhere"; version: number; saved: Answers }
  | { ok: false; reason: "already-sent" | "not-found" };

/**
 * Saves what was typed on a page, fitting or not. A page that was rendered
 * before another tab saved it overwrites nothing (docs/decisions/160); pages do
 * not stand in each other's way. Not an event: docs/decisions/020.
 *
 * @returns `already-sent` where the draft has become a response, `not-found` where it was deleted.
 */
export async function saveDraftPage(
  db: Db,
  save: DraftPageSave,
): Promise<SaveOutcome> {
  return transactionBesideTurn(db).execute(async (trx) => {
    const draft = await lockDraft(trx, save.draftId);
    if (!draft) return { ok: false, reason: "not-found" };
    if (draft.submitted_at !== null)
      return { ok: false, reason: "already-sent" };
    const page = await selectPageSave(trx, save);
    const version = page?.version ?? 0;
    const saved = await selectDraftAnswers(trx, draft.id);
    const changed = Object.keys(save.answers).filter(
      (id) => !isSameAnswer(ownValue(saved, id), save.answers[id]),
    );
    const isBased =
      save.baseVersion === version ||
      wasOnlyVisited(save, { version, saved }) ||
      isOwnSequel(save, { page, changed });
    if (changed.length > 0 && !isBased)
      return { ok: false, reason: "saved-elsewhere", version, saved };
    await renewDraft(trx, {
      draftId: draft.id,
      language: save.language ?? draft.language,
      at: save.now.toISOString(),
      expiresAt: expiryAfter(save.now),
    });
    const isFirstVisit = save.isVisit === true && version === 0;
    if (changed.length === 0 && !isFirstVisit) return { ok: true, version };
    return { ok: true, version: await keepAnswers(trx, save, changed) };
  });
}

/** A page counts from one where somebody left it empty: there is nothing to be overwritten. */
function wasOnlyVisited(
  { answers }: DraftPageSave,
  { version, saved }: { version: number; saved: Answers },
): boolean {
  return (
    version === 1 &&
    Object.keys(answers).every((id) => ownValue(saved, id) === undefined)
  );
}

/**
 * A person who went Back, to the very page that saved what is saved now, has
 * seen it (docs/decisions/163). A box that is empty is no sequel: a browser may
 * have emptied it.
 */
function isOwnSequel(
  { rendering, isUnasked, answers }: DraftPageSave,
  is: { page: { savedBy: string | null } | undefined; changed: string[] },
): boolean {
  if (rendering === undefined || isUnasked) return false;
  return (
    is.page?.savedBy === rendering &&
    is.changed.every((id) => answers[id] !== undefined)
  );
}

/** @returns the page's new version. */
async function keepAnswers(
  trx: Trx,
  { draftId, pageId, answers, rendering, now }: DraftPageSave,
  changed: string[],
): Promise<number> {
  const savedAt = now.toISOString();
  const removed: string[] = [];
  for (const questionId of changed) {
    const value = answers[questionId];
    if (value === undefined) removed.push(questionId);
    else await upsertDraftAnswer(trx, { draftId, questionId, value, savedAt });
  }
  if (removed.length > 0)
    await deleteDraftAnswers(trx, { draftId, questionIds: removed });
  const savedBy = rendering ?? null;
  return countPageChange(trx, { draftId, pageId, savedBy, savedAt });
}
