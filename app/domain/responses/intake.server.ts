import type { Db, Trx } from "#app/db/schema.ts";
import type { Actor } from "../audit/audit.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { findDefinition } from "../calls/definitions.server.ts";
import type { Answers } from "../calls/definition.ts";
import type { EvidenceLabels } from "../calls/evidence-items/describe-item.ts";
import type { Language } from "../calls/languages.ts";
import { enqueueJob } from "../jobs/jobs.server.ts";
import { freezeAnswers, type FrozenAnswers } from "./frozen-answers.ts";
import { insertIdentities } from "./identity.queries.server.ts";
import {
  insertAnswers,
  insertResponse,
  selectResponseBySourceKey,
} from "./intake.queries.server.ts";
import { makeReference } from "./receipts.server.ts";
import type { ResponseChannel } from "./responses.ts";
import { openCase } from "./safeguarding/opening.server.ts";

export type NewResponse = {
  callId: number;
  /** The definition the answers were given on; it says which are identifying. */
  definitionId: number;
  language: Language;
  channel: ResponseChannel;
  /** Parsed answers by question id. */
  answers: Answers;
  /** What parts of evidence are called in the text that is frozen; other channels bring none. */
  evidenceLabels?: EvidenceLabels;
  /** Files that are moved to it in the same transaction. */
  attachmentCount?: number;
  /** When it reached the review: a letter's may be weeks before it is recorded. */
  receivedAt: Date;
  recordedAt: Date;
  actor: Actor;
  importId?: number;
  /** The other channel's own number, unique in a call. */
  sourceKey?: string;
  receiptCodeHash?: string;
  /** It comes in with the safeguarding flag up. */
  isFlagged?: boolean;
  randomBytes: (count: number) => Buffer;
};

export type ReceivedResponse = { responseId: number; reference: string };

/** With what was frozen of it. */
export type ReceivedWhole = ReceivedResponse & { frozen: FrozenAnswers };

const maxReferenceAttempts = 10;

/**
 * The one intake: every response, whatever its channel, comes in here. Writes
 * the response, its answers with their text frozen, the identifying ones apart,
 * the event and the indexing job, in its caller's transaction. The answers have
 * been checked by the caller; ones to questions not in the definition are left out.
 */
export async function receiveResponse(
  trx: Trx,
  received: NewResponse,
): Promise<ReceivedWhole> {
  const definition = await findDefinition(trx, received.definitionId);
  const { answers, language, evidenceLabels } = received;
  const frozen = freezeAnswers(definition, answers, language, evidenceLabels);
  const { responseId, reference } = await insertUnderNewReference(
    trx,
    received,
    frozen,
  );
  await insertAnswers(trx, responseId, frozen.answers);
  await insertIdentities(trx, responseId, frozen.identities);
  await recordEvent(trx, {
    at: received.recordedAt,
    actor: received.actor,
    subject: { kind: "response", id: responseId },
    type: "response.received",
    details: {
      callId: received.callId,
      channel: received.channel,
      ...(received.importId !== undefined && { importId: received.importId }),
    },
  });
  if (received.isFlagged) await flagFromTheStart(trx, responseId, received);
  await enqueueJob(trx, {
    kind: "response.index",
    payload: { responseId },
    now: received.recordedAt,
  });
  return { responseId, reference, frozen };
}

async function flagFromTheStart(
  trx: Trx,
  responseId: number,
  { actor, recordedAt }: Pick<NewResponse, "actor" | "recordedAt">,
) {
  await recordEvent(trx, {
    ...{ at: recordedAt, actor, type: "response.safeguarding-raised" },
    subject: { kind: "response", id: responseId },
  });
  const openedById = actor.kind === "staff" ? actor.staffId : undefined;
  await openCase(trx, {
    ...{ responseId, kind: "other", words: "", openedById, now: recordedAt },
  });
}

async function insertUnderNewReference(
  trx: Trx,
  received: NewResponse,
  frozen: { wordCount: number; excerpt: string },
): Promise<ReceivedResponse> {
  for (let attempt = 0; attempt < maxReferenceAttempts; attempt += 1) {
    const reference = makeReference(received.randomBytes);
    const row = await insertResponse(trx, {
      reference,
      call_id: received.callId,
      definition_id: received.definitionId,
      channel: received.channel,
      import_id: received.importId ?? null,
      source_key: received.sourceKey ?? null,
      language: received.language,
      received_at: received.receivedAt.toISOString(),
      recorded_at: received.recordedAt.toISOString(),
      attachment_count: received.attachmentCount ?? 0,
      word_count: frozen.wordCount,
      excerpt: frozen.excerpt,
      receipt_code_hash: received.receiptCodeHash ?? null,
      safeguarding_flag: received.isFlagged ? 1 : 0,
    });
    if (row) return { responseId: row.id, reference };
  }
  throw new Error("No free reference after ten tries: is randomBytes random?");
}

/** Under which reference, and with which import, something of another channel came in before; undefined where it is new. */
export async function findResponseBySourceKey(
  db: Db,
  of: { callId: number; sourceKey: string },
): Promise<{ reference: string; importId: number | null } | undefined> {
  return selectResponseBySourceKey(db, of);
}
