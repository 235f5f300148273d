import type { Db, Row } from "#app/db/schema.ts";
import type {
  AttachmentForReview,
  AttachmentSummary,
} from "../attachments/attachments.ts";
import { selectAttachmentsForReview } from "../attachments/attachments.server.ts";
import { askedQuestions } from "../calls/asked-pages.ts";
import { findDefinition } from "../calls/definitions.server.ts";
import { inLanguage } from "../calls/languages.ts";
import { isIdentifying } from "../calls/question-types/question-types.ts";
import {
  findSentDraft,
  type SentDraftHolder,
} from "../drafts/sent-drafts.server.ts";
import { selectIdentityQuestionIds } from "./identity.queries.server.ts";
import { receiptCodeOf } from "./receipts.server.ts";
import type { SentAnswer, SentResponse } from "./responses.ts";
import {
  selectAnswers,
  selectAnswerValues,
  selectResponseById,
} from "./intake.queries.server.ts";

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
    reference: response.reference,
    receiptCode: receiptCodeOf(of.secret, draft.publicId),
    draftPublicId: draft.publicId,
    receivedAt: response.received_at,
    language: response.language,
    answers: await selectSentAnswers(db, response),
  };
}

async function selectSentAnswers(
  db: Db,
  response: Row<"responses">,
): Promise<SentAnswer[]> {
  const definition = await findDefinition(db, response.definition_id);
  const answers = await selectAnswers(db, response);
  const lines = new Map(
    answers.map((answer) => [answer.question_id, answer.text]),
  );
  const keptApart = new Set(await selectIdentityQuestionIds(db, response.id));
  const files = await selectAttachmentsForReview(db, response.id);
  const asked = askedQuestions(
    definition,
    await selectAnswerValues(db, response),
  );
  return asked.map(({ page, question }) => ({
    pageId: page.id,
    questionId: question.id,
    label: inLanguage(question.label, response.language),
    line: lines.get(question.id),
    isKeptApart: isIdentifying(question) && keptApart.has(question.id),
    files: files
      .filter((file) => file.questionId === question.id)
      .map(toSummary),
  }));
}

/** What staff know of a file besides is not the sender's to read here. */
function toSummary(file: AttachmentForReview): AttachmentSummary {
  const { publicId, name, byteSize, typeLabel, sha256 } = file;
  return { publicId, name, byteSize, typeLabel, sha256 };
}
