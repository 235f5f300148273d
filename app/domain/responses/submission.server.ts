import type { Db, Trx } from "#app/db/schema.ts";
import {
  moveAttachmentsToResponse,
  removeAttachmentsOfDraft,
  selectAttachmentsForReview,
} from "../attachments/attachments.server.ts";
import { unaskedQuestions } from "../calls/asked-pages.ts";
import { findCall } from "../calls/calls.server.ts";
import type { CallDefinition } from "../calls/definition.ts";
import type { Language } from "../calls/languages.ts";
import type { QuestionMessages } from "../calls/question-types/question-type.ts";
import {
  findAskedAgain,
  findDraftDefinition,
} from "../drafts/asked-again.server.ts";
import { countDraftFiles, parseAnswers } from "../drafts/check-draft.server.ts";
import { normaliseCode } from "../drafts/codes.ts";
import type { DraftProblem } from "../drafts/drafts.ts";
import { type AnsweringRefusal, mayAnswer } from "../drafts/answering.ts";
import {
  closeSentDraft,
  type DraftToSend,
  findDraftToSend,
} from "../drafts/sent-drafts.server.ts";
import { keepFirstReceipt } from "../proofs/receipts-kept.server.ts";
import { leastWordsToCompare, reasonsToHoldBack } from "./held-back.ts";
import { holdBack } from "./held-back.server.ts";
import { selectReference } from "./intake.queries.server.ts";
import { type ReceivedWhole, receiveResponse } from "./intake.server.ts";
import { hashReceiptCode, receiptCodeOf } from "./receipts.server.ts";
import { sentAnswersOf } from "./sent-answers.server.ts";
import { sayWhatIsThere } from "./signed-receipts.server.ts";

export type SubmitOutcome =
  | {
      ok: true;
      reference: string;
      /**
       * Files of questions that are not asked of this person any more: their rows
       * are gone, and the caller deletes their bytes with `removeStoredFiles`.
       */
      unsentFiles?: string[];
    }
  | { ok: false; reason: "incomplete"; problems: DraftProblem[] }
  | { ok: false; reason: AnsweringRefusal | "not-found" }
  /** Its form was changed meanwhile, and something has to be asked again first. */
  | { ok: false; reason: "asked-again" };

export type Submission = {
  draftId: number;
  /** The one it is sent in; the draft's where none is said. */
  language?: Language | undefined;
  /** Whoever sends it is worried that somebody may be at risk: the response is flagged from the start. */
  tellsOfRisk?: boolean;
  /** What the form on this site tells of whoever sent it; without it nothing is held back. */
  form?: {
    hasFilledTrap: boolean;
    /** Whether the same came from the same network many times. Counted once for each response that is asked about. */
    isSentAgain: (response: string) => boolean;
  };
  /** Of the browser that sends it: no other one sees the receipt. */
  holderKey?: string | undefined;
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
    const draft = await findSentFrom(trx, submission);
    if (!draft) return { ok: false, reason: "not-found" };
    if (draft.responseId !== null) {
      const reference = await selectReference(trx, draft.responseId);
      return { ok: true, reference };
    }
    const call = await findCall(trx, draft.callId);
    const answering = mayAnswer(call, draft, submission.now);
    if (!answering.ok) return answering;
    if ((await findAskedAgain(trx, call, draft)).length > 0)
      return { ok: false, reason: "asked-again" };
    const definition = await findDraftDefinition(trx, draft);
    const fileCounts = await countDraftFiles(trx, { ...draft, definition });
    const { answers, problems } = parseAnswers({
      definition,
      answers: draft.answers,
      language: draft.language,
      messages: submission.messages,
      now: submission.now,
      fileCounts,
    });
    if (problems.length > 0)
      return { ok: false, reason: "incomplete", problems };
    const unsentFiles = await removeUnaskedFiles(trx, {
      draft,
      definition,
      now: submission.now,
    });
    const fileCount = sumOf(fileCounts);
    const sent = await send(trx, {
      ...{ draft, definition, answers, fileCount, submission },
    });
    return { ok: true, ...sent, ...unsentFiles };
  });
}

/** The draft, in the language that it is sent in. */
async function findSentFrom(trx: Trx, { draftId, language }: Submission) {
  const draft = await findDraftToSend(trx, draftId);
  return draft && { ...draft, language: language ?? draft.language };
}

const sumOf = (counts: Record<string, number>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** What hangs on questions that this person is not asked. */
async function removeUnaskedFiles(
  trx: Trx,
  of: {
    draft: DraftToSend;
    definition: CallDefinition;
    now: Date;
  },
): Promise<{ unsentFiles?: string[] }> {
  const unasked = unaskedQuestions(of.definition, of.draft.answers);
  if (unasked.length === 0) return {};
  const unsentFiles = await removeAttachmentsOfDraft(trx, {
    draftId: of.draft.id,
    questionIds: unasked.map(({ question }) => question.id),
    now: of.now,
  });
  return unsentFiles.length > 0 ? { unsentFiles } : {};
}

type Sending = {
  draft: DraftToSend;
  definition: CallDefinition;
  answers: Parameters<typeof receiveResponse>[1]["answers"];
  fileCount: number;
  submission: Submission;
};

async function send(
  trx: Trx,
  sending: Sending,
): Promise<{ reference: string }> {
  const { draft, answers, fileCount, submission } = sending;
  const { now, secret, randomBytes, holderKey } = submission;
  const code = normaliseCode(receiptCodeOf(secret, draft.publicId));
  if (!code) throw new Error("A receipt code that cannot be read back");
  const received = await receiveResponse(trx, {
    callId: draft.callId,
    definitionId: draft.definitionId,
    language: draft.language,
    channel: "web",
    answers,
    evidenceLabels: submission.messages.evidence,
    attachmentCount: fileCount,
    receivedAt: now,
    recordedAt: now,
    actor: { kind: "respondent" },
    isFlagged: submission.tellsOfRisk ?? false,
    receiptCodeHash: hashReceiptCode(secret, code),
    randomBytes,
  });
  const { responseId, reference } = received;
  if (fileCount > 0) {
    const move = { draftId: draft.id, responseId, now };
    const moved = await moveAttachmentsToResponse(trx, move);
    if (moved !== fileCount) throw new Error("A draft's files were miscounted");
  }
  await keepWhatIsSent(trx, sending, received);
  await holdBackWhereSuspicious(trx, sending, received);
  await closeSentDraft(trx, { draft, responseId, now, holderKey });
  return { reference };
}

async function holdBackWhereSuspicious(
  trx: Trx,
  { draft, fileCount, submission }: Sending,
  { responseId, frozen }: ReceivedWhole,
) {
  const { form, now, tellsOfRisk = false } = submission;
  if (!form) return;
  const { begunAt, callId } = draft;
  const { answers, identities, wordCount } = frozen;
  const texts = answers.map(({ questionId, text }) => [questionId, text]);
  const whole = JSON.stringify([callId, texts, identities, fileCount]);
  const reasons = reasonsToHoldBack({
    ...{ tellsOfRisk, begunAt, now, hasFilledTrap: form.hasFilledTrap },
    isSentAgain: wordCount >= leastWordsToCompare && form.isSentAgain(whole),
  });
  if (reasons.length > 0) await holdBack(trx, { responseId, reasons, now });
}

/** From what is at hand: to read it all again would take longer than to write it did. */
async function keepWhatIsSent(
  trx: Trx,
  { draft, definition, fileCount, submission }: Sending,
  { responseId, reference, frozen }: ReceivedWhole,
) {
  const { now, randomBytes } = submission;
  const { language } = draft;
  const texts = frozen.answers.map(
    (one) => [one.questionId, one.text] as const,
  );
  const values = frozen.answers.map((one) => [one.questionId, one.value]);
  const answers = sentAnswersOf({
    definition,
    language,
    values: Object.fromEntries(values),
    lines: new Map(texts),
    keptApart: new Set(frozen.identities.map(({ questionId }) => questionId)),
    files:
      fileCount > 0 ? await selectAttachmentsForReview(trx, responseId) : [],
  });
  const received_at = now.toISOString();
  const facts = {
    reference,
    language,
    received_at,
    state: "received",
  } as const;
  const said = sayWhatIsThere(facts, definition, answers);
  await keepFirstReceipt(trx, { responseId, said, now, randomBytes });
}
