import type { Db, Trx } from "#app/db/schema.ts";
import { moveAttachmentsToResponse } from "../attachments/attachments.server.ts";
import { callAvailability } from "../calls/calls.ts";
import { findCall, findDefinition } from "../calls/calls.server.ts";
import type { QuestionMessages } from "../calls/question-types/question-type.ts";
import { countDraftFiles, parseAnswers } from "../drafts/check-draft.server.ts";
import { normaliseCode } from "../drafts/codes.ts";
import type { DraftProblem } from "../drafts/drafts.ts";
import { canStillUseLateCode } from "../drafts/late-codes.server.ts";
import {
  closeSentDraft,
  type DraftToSend,
  findDraftToSend,
} from "../drafts/sent-drafts.server.ts";
import {
  selectReference,
  setAttachmentCount,
} from "./intake.queries.server.ts";
import { receiveResponse } from "./intake.server.ts";
import { hashReceiptCode, receiptCodeOf } from "./receipts.server.ts";

export type SubmitOutcome =
  | { ok: true; reference: string }
  | { ok: false; reason: "incomplete"; problems: DraftProblem[] }
  | { ok: false; reason: "closed" | "not-found" };

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
 * @returns `incomplete` with every problem, `closed` where the call takes no
 * more answers, `not-found` where the draft was deleted. The draft stays as it was.
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
    if (!(await mayBeSent(trx, draft, submission.now)))
      return { ok: false, reason: "closed" };
    const fileCounts = await countDraftFiles(trx, draft.id);
    const { answers, problems } = parseAnswers({
      definition: await findDefinition(trx, draft.definitionId),
      answers: draft.answers,
      language: draft.language,
      messages: submission.messages,
      fileCounts,
    });
    if (problems.length > 0)
      return { ok: false, reason: "incomplete", problems };
    return { ok: true, ...(await send(trx, { draft, answers, submission })) };
  });
}

/** A call that has closed takes a draft only with a late code that nobody has sent with yet. */
async function mayBeSent(
  trx: Trx,
  draft: DraftToSend,
  now: Date,
): Promise<boolean> {
  const call = await findCall(trx, draft.callId);
  const availability = callAvailability(call, now);
  if (availability === "open") return true;
  if (availability !== "closed-late-accepted" || !draft.lateCodeId)
    return false;
  return canStillUseLateCode(trx, draft.lateCodeId);
}

type Sending = {
  draft: DraftToSend;
  answers: Parameters<typeof receiveResponse>[1]["answers"];
  submission: Submission;
};

async function send(
  trx: Trx,
  { draft, answers, submission }: Sending,
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
    receivedAt: now,
    recordedAt: now,
    actor: { kind: "respondent" },
    receiptCodeHash: hashReceiptCode(secret, code),
    randomBytes,
  });
  const attachmentCount = await moveAttachmentsToResponse(trx, {
    draftId: draft.id,
    responseId,
    now,
  });
  await setAttachmentCount(trx, responseId, attachmentCount);
  await closeSentDraft(trx, { draft, responseId, now });
  return { reference };
}
