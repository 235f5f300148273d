import type { Db, Row, Trx } from "#app/db/schema.ts";
import type { Answers } from "../calls/definition.ts";
import type { Language } from "../calls/languages.ts";
import { type LateCodeStanding, sentResponseVisibleHours } from "./drafts.ts";
import { lateCodeStanding } from "./drafts.server.ts";
import {
  deleteDraftAnswers,
  selectDraftAnswers,
} from "./draft-answers.queries.server.ts";
import {
  lockDraft,
  markDraftSent,
  markReceiptCleared,
  selectSentDraft,
} from "./drafts.queries.server.ts";
import { hashHolderKey } from "./holders.server.ts";
import { markLateCodeUsed } from "./late-codes.queries.server.ts";

/** A draft as sending needs it, also one that was sent already. */
export type DraftToSend = {
  id: number;
  publicId: string;
  callId: number;
  definitionId: number;
  language: Language;
  answers: Answers;
  lateCode: LateCodeStanding;
  lateCodeId: number | null;
  /** The response it has become. */
  responseId: number | null;
};

/** The draft, which nobody changes while it is sent. @returns undefined where it was deleted. */
export async function findDraftToSend(
  trx: Trx,
  draftId: number,
): Promise<DraftToSend | undefined> {
  const row = await lockDraft(trx, draftId);
  if (!row) return undefined;
  return {
    id: row.id,
    publicId: row.public_id,
    callId: row.call_id,
    definitionId: row.definition_id,
    language: row.language,
    answers: await selectDraftAnswers(trx, row.id),
    lateCode: lateCodeStanding(row),
    lateCodeId: row.late_code_id,
    responseId: row.submitted_response_id,
  };
}

/**
 * Closes a draft that became a response, in the transaction of the submission:
 * its answers go, its late code is used, and its holder sees the receipt for
 * `sentResponseVisibleHours`.
 */
export async function closeSentDraft(
  trx: Trx,
  sent: { draft: DraftToSend; responseId: number; now: Date },
): Promise<void> {
  const { draft, responseId, now } = sent;
  const until = new Date(now.getTime() + sentResponseVisibleHours * 3_600_000);
  await deleteDraftAnswers(trx, { draftId: draft.id });
  await markDraftSent(trx, { draftId: draft.id, responseId, now, until });
  if (draft.lateCodeId !== null)
    await markLateCodeUsed(trx, { lateCodeId: draft.lateCodeId, now });
}

export type SentDraftHolder = { callId: number; holderKey: string; now: Date };

/**
 * What ties a browser to the response it sent last for a call, in the last 24
 * hours. Once that receipt was cleared there is none: an earlier one is
 * another person's, perhaps, and never takes its place.
 */
export async function findSentDraft(
  db: Db,
  of: SentDraftHolder,
): Promise<{ publicId: string; responseId: number } | undefined> {
  const draft = await selectHeldSentDraft(db, of);
  if (!draft?.submitted_response_id || draft.receipt_cleared_at)
    return undefined;
  return { publicId: draft.public_id, responseId: draft.submitted_response_id };
}

/**
 * Clears one receipt from the browser that sent it, before the 24 hours are
 * over; the response stays, and so does every other receipt.
 *
 * @param of.publicId the draft whose receipt was shown.
 */
export async function clearReceipt(
  db: Db,
  of: SentDraftHolder & { publicId: string },
): Promise<void> {
  await markReceiptCleared(db, {
    publicId: of.publicId,
    callId: of.callId,
    holderHash: hashHolderKey(of.holderKey),
    at: of.now.toISOString(),
  });
}

async function selectHeldSentDraft(
  db: Db,
  of: SentDraftHolder,
): Promise<Row<"drafts"> | undefined> {
  return selectSentDraft(db, {
    callId: of.callId,
    holderHash: hashHolderKey(of.holderKey),
    now: of.now.toISOString(),
  });
}
