import type { Db, Row, Trx } from "#app/db/schema.ts";
import { asAboutLine } from "../attachments/about-files.server.ts";
import type { AttachmentStore } from "../attachments/attachment-store.server.ts";
import type {
  AttachmentLimits,
  AttachmentRefusal,
  AttachmentRefusalReason,
  StagedFile,
} from "../attachments/attachments.ts";
import {
  refusalOf,
  removeStagedFiles,
  selectAttachmentsForReview,
} from "../attachments/attachments.server.ts";
import type { KeptFile } from "../attachments/keep-files.server.ts";
import {
  countResponseBytes,
  keepSentFile,
  recordSentFile,
} from "../attachments/keep-sent-file.server.ts";
import type { Answers, CallDefinition } from "../calls/definition.ts";
import { findDefinition } from "../calls/definitions.server.ts";
import {
  type Question,
  takesFiles,
} from "../calls/question-types/question-types.ts";
import { findOwnRow } from "../responses/own-responses.server.ts";
import { makeVersion } from "../responses/versions.server.ts";
import { type ChangeRefusal, fileAdded } from "./answer-changes.ts";
import { readContents } from "./contents.server.ts";
import { questionsAsked, refuseChange } from "./revise-answer.server.ts";

export type FileAddition = {
  responseId: number;
  questionId: string;
  /** Gone afterwards, whatever happened. */
  file: StagedFile;
  /** What its sender says that it is; empty where they do not. */
  about: string;
  limits: AttachmentLimits;
  now: Date;
};

export type AddFileOutcome =
  | { ok: true; version: number }
  | { ok: false; reason: ChangeRefusal }
  | { ok: false; reason: "refused"; refusal: AttachmentRefusal };

/**
 * Adds a file to a response that was sent, for whoever sent it, as long as an
 * answer of it could be changed: by the limits of its call, and looked at as one
 * that is uploaded to a draft. The file that is there already is not kept twice.
 */
export async function addOwnFile(
  db: Db,
  store: AttachmentStore,
  add: FileAddition,
): Promise<AddFileOutcome> {
  const { file, responseId } = add;
  if (file.byteSize > add.limits.maxFileBytes) {
    await removeStagedFiles([file]);
    return refuseFile(file, "too-big");
  }
  const record = (trx: Trx, kept: KeptFile) => recordAddition(trx, kept, add);
  const kept = await keepSentFile(db, store, { responseId, file, record });
  if (kept.ok) return kept.recorded.outcome;
  const refusal = refusalOf(file, kept.reason, kept.found);
  return { ok: false, reason: "refused", refusal };
}

function refuseFile(file: StagedFile, reason: AttachmentRefusalReason) {
  const refusal = refusalOf(file, reason);
  return { ok: false, reason: "refused", refusal } as const;
}

type Recorded = { isKept: boolean; outcome: AddFileOutcome };

async function recordAddition(
  trx: Trx,
  kept: KeptFile,
  { responseId, questionId, about, limits, now }: FileAddition,
): Promise<Recorded> {
  const response = await findOwnRow(trx, responseId);
  const of = { response, questionId, limits };
  const against = await judgeAddition(trx, kept, of);
  if (against) return { isKept: false, outcome: against };
  const { id: attachmentId } = await recordSentFile(trx, kept, {
    ...{ responseId, questionId, about: asAboutLine(about), now },
    actor: { kind: "respondent" },
  });
  const details = { questionId, attachmentId };
  const version = await makeVersion(trx, {
    response,
    without: [],
    answers: [],
    event: { type: fileAdded, details },
    now,
  });
  return { isKept: true, outcome: { ok: true, version } };
}

type Judging = {
  response: Row<"responses">;
  questionId: string;
  limits: AttachmentLimits;
};

/** @returns undefined where the file is to be added. */
async function judgeAddition(
  trx: Trx,
  { file, name }: KeptFile,
  { response, questionId, limits }: Judging,
): Promise<AddFileOutcome | undefined> {
  const reason = await refuseChange(trx, response);
  if (reason) return { ok: false, reason };
  const definition = await findDefinition(trx, response.definition_id);
  const { answers } = await readContents(trx, response);
  const asked = takingFiles(definition, answers);
  if (!asked.some(({ id }) => id === questionId))
    return { ok: false, reason: "not-asked" };
  const files = await selectAttachmentsForReview(trx, response.id);
  const there = files.filter((one) => one.questionId === questionId);
  if (there.some((one) => one.sha256 === file.sha256 && one.name === name))
    return { ok: true, version: response.current_version };
  if (there.length >= limits.maxFiles) return refuseFile(file, "too-many");
  const heldBytes = await countResponseBytes(trx, response.id);
  return heldBytes + file.byteSize > limits.maxDraftBytes
    ? refuseFile(file, "draft-full")
    : undefined;
}

/** The questions that take files and are asked of somebody with these answers. */
export function takingFiles(
  definition: CallDefinition,
  answers: Answers,
): Question[] {
  return questionsAsked(definition, answers).filter(takesFiles);
}
