import type { Db, Trx } from "#app/db/schema.ts";
import type { Answers } from "../calls/definition.ts";
import type { Language } from "../calls/languages.ts";
import { type LateCodeStanding, sentResponseVisibleHours } from "./drafts.ts";
import { lateCodeStanding } from "./drafts.server.ts";
import {
  deleteDraftAnswers,
  selectDraftAnswers,
} from "./draft-answers.queries.server.ts";
import { lockDraft, markDraftSent } from "./drafts.queries.server.ts";
import {
  deleteOtherHolders,
  markEqualitySettled,
  markReceiptCleared,
  selectSentDrafts,
} from "./holders.queries.server.ts";
import { hashHolderKey } from "./holders.server.ts";
import { markLateCodeUsed } from "./late-codes.queries.server.ts";

/** A draft as sending needs it, also one that was sent already. */
export type DraftToSend = {
  id: number;
  publicId: string;
  callId: number;
  definitionId: number;
  begunDefinitionId?: number;
  language: Language;
  /** When its first page was saved. */
  begunAt: Date;
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
    ...(row.begun_definition_id !== null && {
      begunDefinitionId: row.begun_definition_id,
    }),
    language: row.language,
    begunAt: new Date(row.created_at),
    answers: await selectDraftAnswers(trx, row.id),
    lateCode: lateCodeStanding(row),
    lateCodeId: row.late_code_id,
    responseId: row.submitted_response_id,
  };
}

/**
 * Closes a draft that became a response, in the transaction of the submission:
 * its answers and its resume code go, its late code is used, and the browser that
 * sent it sees the receipt for `sentResponseVisibleHours`. Another one that had
 * opened the draft sees none: it may be anywhere.
 */
export async function closeSentDraft(
  trx: Trx,
  sent: {
    draft: DraftToSend;
    responseId: number;
    now: Date;
    holderKey?: string | undefined;
  },
): Promise<void> {
  const { draft, responseId, now, holderKey } = sent;
  const { language } = draft;
  const until = new Date(now.getTime() + sentResponseVisibleHours * 3_600_000);
  await deleteDraftAnswers(trx, { draftId: draft.id });
  await markDraftSent(trx, {
    ...{ draftId: draft.id, responseId, language, now, until },
  });
  if (holderKey !== undefined) {
    const holderHash = hashHolderKey(holderKey);
    await deleteOtherHolders(trx, { draftId: draft.id, holderHash });
  }
  if (draft.lateCodeId !== null)
    await markLateCodeUsed(trx, { lateCodeId: draft.lateCodeId, now });
}

export type SentDraftHolder = {
  callId: number;
  holderKey: string;
  now: Date;
  /** Which of them is meant; without it the newest. */
  publicId?: string | undefined;
};

export type SentDraft = {
  publicId: string;
  responseId: number;
  language: Language;
  /** The equality questions were answered or left out. */
  isEqualitySettled: boolean;
};

/**
 * What ties a browser to a response it sent in the last 24 hours: to the one
 * that is named, or to the newest. Once that one's receipt was cleared there is
 * none: an earlier one is another person's, perhaps, and never takes its place.
 */
export async function findSentDraft(
  db: Db,
  of: SentDraftHolder,
): Promise<SentDraft | undefined> {
  const { publicId } = of;
  const sent = await selectSentDrafts(db, placeOf(of));
  const draft = sent.find(
    (one) => one.public_id === (publicId ?? one.public_id),
  );
  if (!draft?.submitted_response_id || draft.receipt_cleared_at)
    return undefined;
  return {
    publicId: draft.public_id,
    responseId: draft.submitted_response_id,
    language: draft.language,
    isEqualitySettled: draft.equality_settled === 1,
  };
}

/** A receipt that a browser can still open. */
export type ShownReceipt = {
  publicId: string;
  callId: number;
  /** ISO-8601 UTC. */
  sentAt: string;
  visibleUntil: string;
};

/** The receipts that a browser can still open, of one call or of all, the newest first. */
export async function selectShownReceipts(
  db: Db,
  of: { holderKey: string; callId?: number; now: Date },
): Promise<ShownReceipt[]> {
  const sent = await selectSentDrafts(db, placeOf(of));
  return sent.flatMap((draft) =>
    draft.submitted_at === null || draft.receipt_cleared_at !== null
      ? []
      : [
          {
            publicId: draft.public_id,
            callId: draft.call_id,
            sentAt: draft.submitted_at,
            visibleUntil: draft.expires_at,
          },
        ],
  );
}

function placeOf(of: { holderKey: string; callId?: number; now: Date }) {
  const { callId } = of;
  return {
    holderHash: hashHolderKey(of.holderKey),
    now: of.now.toISOString(),
    ...(callId !== undefined && { callId }),
  };
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

/**
 * Says of a sent draft that its equality questions were answered or left out.
 *
 * @returns false where that was said before, or this browser sent no such draft.
 */
export async function settleEquality(
  trx: Trx,
  of: SentDraftHolder & { publicId: string },
): Promise<boolean> {
  const { publicId } = of;
  const sent = await findSentDraft(trx, of);
  return sent !== undefined && markEqualitySettled(trx, publicId);
}
