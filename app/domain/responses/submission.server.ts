import type { Db, Trx } from "#app/db/schema.ts";
import { moveAttachmentsToResponse } from "../attachments/attachments.server.ts";
import { findCall } from "../calls/calls.server.ts";
import { findDefinition } from "../calls/definitions.server.ts";
import type { QuestionMessages } from "../calls/question-types/question-type.ts";
import { countDraftFiles, parseAnswers } from "../drafts/check-draft.server.ts";
import { normaliseCode } from "../drafts/codes.ts";
import type { DraftProblem } from "../drafts/drafts.ts";
import { type AnsweringRefusal, mayAnswer } from "../drafts/answering.ts";
import {
  closeSentDraft,
  type DraftToSend,
  findDraftToSend,
} from "../drafts/sent-drafts.server.ts";
import { selectReference } from "./intake.queries.server.ts";
import { receiveResponse } from "./intake.server.ts";
import { hashReceiptCode, receiptCodeOf } from "./receipts.server.ts";

export type SubmitOutcome =
  | { ok: true; reference: string }
  | { ok: false; reason: "incomplete"; problems: DraftProblem[] }
  | { ok: false; reason: AnsweringRefusal | "not-found" };

export type Submission = {
  draftId: number;
  /** Keys the receipt code and its hash. */
  secret: string;
  messages: QuestionMessages;
  now: Date;
  randomBytes: (count: number) => Buffer;
};

/**
 * Turns a draft into a response, in one transaction: response, answers,
 * identity, files' ownership, event and jobs are there together or not at all.
 * The same draft again, also in parallel, is the same response and reference.
 *
 * @returns `incomplete` with every problem, `not-found` where the draft was
 * deleted, or why the call does not take it. The draft stays as it was.
 */
export async function submitDraft(
  db: Db,
  submission: Submission,
): Promise<SubmitOutcome> {
  return db.transaction().execute(async (trx) => {
    const draft = await findDraftToSend(trx, submission.draftId);
    if (!draft) return { ok: false, reason: "not-found" };
    if (draft.responseId !== null) {
      const reference = await selectReference(trx, draft.responseId);
      return { ok: true, reference };
    }
    const call = await findCall(trx, draft.callId);
    const answering = mayAnswer(call, draft, submission.now);
    if (!answering.ok) return answering;
    const definition = await findDefinition(trx, draft.definitionId);
    const fileCounts = await countDraftFiles(trx, { ...draft, definition });
    const { answers, problems } = parseAnswers({
      definition,
      answers: draft.answers,
      language: draft.language,
      messages: submission.messages,
      fileCounts,
    });
    if (problems.length > 0)
      return { ok: false, reason: "incomplete", problems };
    const counts = Object.values(fileCounts);
    const fileCount = counts.reduce((sum, count) => sum + count, 0);
    const sending = { draft, answers, fileCount, submission };
    return { ok: true, ...(await send(trx, sending)) };
  });
}

type Sending = {
  draft: DraftToSend;
  answers: Parameters<typeof receiveResponse>[1]["answers"];
  fileCount: number;
  submission: Submission;
};

async function send(
  trx: Trx,
  { draft, answers, fileCount, submission }: Sending,
): Promise<{ reference: string }> {
  const { now, secret, randomBytes } = submission;
  const code = normaliseCode(receiptCodeOf(secret, draft.publicId));
  if (!code) throw new Error("A receipt code that cannot be read back");
  const { responseId, reference } = await receiveResponse(trx, {
    callId: draft.callId,
    definitionId: draft.definitionId,
    language: draft.language,
    channel: "web",
    answers,
    attachmentCount: fileCount,
    receivedAt: now,
    recordedAt: now,
    actor: { kind: "respondent" },
    receiptCodeHash: hashReceiptCode(secret, code),
    randomBytes,
  });
  if (fileCount > 0) {
    const move = { draftId: draft.id, responseId, now };
    const moved = await moveAttachmentsToResponse(trx, move);
    if (moved !== fileCount) throw new Error("A draft's files were miscounted");
  }
  await closeSentDraft(trx, { draft, responseId, now });
  return { reference };
}
