import type { Db } from "#app/db/schema.ts";
import {
  findSentDraft,
  type SentDraftHolder,
} from "../drafts/sent-drafts.server.ts";
import { selectResponseById } from "./intake.queries.server.ts";
import { type LanguageOf, readIn } from "./reading-language.server.ts";
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
  of: SentDraftHolder & {
    secret: string;
    /** What its sender reads it in now; left out, as it was sent. */
    languageOf?: LanguageOf;
  },
): Promise<SentResponse | undefined> {
  const draft = await findSentDraft(db, of);
  if (!draft) return undefined;
  const sent = await selectResponseById(db, draft.responseId);
  if (!sent) return undefined;
  const response = await readIn(db, sent, of.languageOf);
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
