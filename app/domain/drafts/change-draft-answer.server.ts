import type { Db } from "#app/db/schema.ts";
import { transactionBesideTurn } from "#app/db/locks.server.ts";
import {
  type AnswerValue,
  isSameAnswer,
} from "../calls/question-types/question-type.ts";
import {
  countPageChange,
  deleteDraftAnswers,
  selectDraftAnswers,
  upsertDraftAnswer,
} from "./draft-answers.queries.server.ts";
import { lockDraft, renewDraft } from "./drafts.queries.server.ts";
import { expiryAfter } from "./drafts.server.ts";

export type AnswerChange<Refusal> = {
  draftId: number;
  pageId: string;
  questionId: string;
  now: Date;
  /** Answers to other questions that are removed with the change. */
  goesWithIt?: string[];
  /** Makes the new answer of the one that is saved now; undefined removes it. */
  change: (
    saved: AnswerValue | undefined,
  ) =>
    | { ok: true; answer: AnswerValue | undefined }
    | { ok: false; refusal: Refusal };
};

export type ChangeOutcome<Refusal> =
  | { ok: true }
  | { ok: false; reason: "refused"; refusal: Refusal }
  | { ok: false; reason: "already-sent" | "not-found" };

/**
 * Changes one answer by what is saved at that moment, for questions whose
 * answer is of several parts that are saved one by one: two tabs change two
 * parts, and lose neither. Counts as a change of the page; not an event
 * (docs/decisions/020).
 */
export async function changeDraftAnswer<Refusal>(
  db: Db,
  {
    draftId,
    pageId,
    questionId,
    now,
    goesWithIt = [],
    change,
  }: AnswerChange<Refusal>,
): Promise<ChangeOutcome<Refusal>> {
  return transactionBesideTurn(db).execute(async (trx) => {
    const draft = await lockDraft(trx, draftId);
    if (!draft) return { ok: false, reason: "not-found" };
    if (draft.submitted_at !== null)
      return { ok: false, reason: "already-sent" };
    const saved = (await selectDraftAnswers(trx, draftId))[questionId];
    const changed = change(saved);
    if (!changed.ok)
      return { ok: false, reason: "refused", refusal: changed.refusal };
    const savedAt = now.toISOString();
    const expiresAt = expiryAfter(now);
    await renewDraft(trx, {
      ...{ draftId, expiresAt },
      language: draft.language,
      at: savedAt,
    });
    const { answer: value } = changed;
    if (goesWithIt.length > 0)
      await deleteDraftAnswers(trx, { draftId, questionIds: goesWithIt });
    if (isSameAnswer(saved, value)) return { ok: true };
    if (value === undefined)
      await deleteDraftAnswers(trx, { draftId, questionIds: [questionId] });
    else await upsertDraftAnswer(trx, { draftId, questionId, value, savedAt });
    await countPageChange(trx, { draftId, pageId, savedBy: null, savedAt });
    return { ok: true };
  });
}
