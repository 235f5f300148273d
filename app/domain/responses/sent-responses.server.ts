import type { Db } from "#app/db/schema.ts";
import {
  findSentDraft,
  type SentDraftHolder,
} from "../drafts/sent-drafts.server.ts";
import { selectResponseById } from "./intake.queries.server.ts";
import { receiptCodeOf } from "./receipts.server.ts";
import type { SentResponse } from "./responses.ts";
import { selectSentAnswers } from "./sent-answers.server.ts";

/**
 * What a browser sent for a call in the last 24 hours, with the receipt code,
 * for the confirmation page and its copy. Identifying answers are told as given
 * and not shown: the device may be shared or watched.
 */
export async function findSentResponse(
  db: Db,
  of: SentDraftHolder & { secret: string },
): Promise<SentResponse | undefined> {
  const draft = await findSentDraft(db, of);
  if (!draft) return undefined;
  const response = await selectResponseById(db, draft.responseId);
  if (!response) return undefined;
  return {
    responseId: response.id,
    reference: response.reference,
    receiptCode: receiptCodeOf(of.secret, draft.publicId),
    draftPublicId: draft.publicId,
    receivedAt: response.received_at,
    language: response.language,
    answers: await selectSentAnswers(db, response),
  };
}
