import { countOf } from "#app/db/counts.ts";
import type { Db, NewRow, Row, Trx } from "#app/db/schema.ts";
import { labelOfMediaType } from "#app/domain/files/accepted-types.ts";
import { type FileFlag, readFlags } from "#app/domain/files/findings.ts";
import {
  type AttachmentForReview,
  type AttachmentSummary,
  type SentAttachment,
  type ExtractionState,
} from "./attachments.ts";

type SummaryRow = Pick<
  Row<"attachments">,
  | "public_id"
  | "original_name"
  | "byte_size"
  | "media_type"
  | "sha256"
  | "about"
>;

const summaryColumns = [
  "public_id",
  "original_name",
  "byte_size",
  "media_type",
  "sha256",
  "about",
] as const;

function toSummary(row: SummaryRow): AttachmentSummary {
  return {
    publicId: row.public_id,
    name: row.original_name,
    byteSize: row.byte_size,
    typeLabel: labelOfMediaType(row.media_type),
    sha256: row.sha256,
    about: row.about ?? "",
  };
}

export async function insertAttachment(
  trx: Trx,
  row: NewRow<"attachments">,
): Promise<{ id: number; summary: AttachmentSummary }> {
  const inserted = await trx
    .insertInto("attachments")
    .values(row)
    .returning(["id", ...summaryColumns])
    .executeTakeFirstOrThrow();
  return { id: inserted.id, summary: toSummary(inserted) };
}

export async function selectAttachmentsOfDraftQuestion(
  db: Db,
  of: { draftId: number; questionId: string },
): Promise<{ sha256: string; summary: AttachmentSummary }[]> {
  const rows = await db
    .selectFrom("attachments")
    .select(summaryColumns)
    .where("draft_id", "=", of.draftId)
    .where("question_id", "=", of.questionId)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ sha256: row.sha256, summary: toSummary(row) }));
}

export async function selectAttachmentsOfDraft(
  db: Db,
  draftId: number,
): Promise<{ questionId: string; summary: AttachmentSummary }[]> {
  const rows = await db
    .selectFrom("attachments")
    .select(["question_id", ...summaryColumns])
    .where("draft_id", "=", draftId)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    questionId: row.question_id,
    summary: toSummary(row),
  }));
}

export async function sumBytesOf(
  db: Db,
  [owner, id]: ["draft_id" | "response_id", number],
): Promise<number> {
  const { bytes } = await db
    .selectFrom("attachments")
    .select((eb) => eb.fn.sum("byte_size").as("bytes"))
    .where(owner, "=", id)
    .executeTakeFirstOrThrow();
  return countOf({ count: bytes ?? 0 });
}

/** Whether files may still be added: a draft that was sent is closed for good. */
export async function isDraftUnsent(
  trx: Trx,
  draftId: number,
): Promise<boolean> {
  const draft = await trx
    .selectFrom("drafts")
    .select("id")
    .where("id", "=", draftId)
    .where("submitted_at", "is", null)
    .executeTakeFirst();
  return draft !== undefined;
}

/** Deletes the row only where the draft owns it: authorisation is the condition. */
export async function deleteAttachmentOfDraft(
  trx: Trx,
  of: { draftId: number; publicId: string },
): Promise<{ id: number; questionId: string } | undefined> {
  return trx
    .deleteFrom("attachments")
    .where("draft_id", "=", of.draftId)
    .where("public_id", "=", of.publicId)
    .returning(["id", "question_id as questionId"])
    .executeTakeFirst();
}

export async function deleteAttachmentsOfDraft(
  trx: Trx,
  of: { draftId: number; questionIds?: string[] | undefined },
): Promise<string[]> {
  const { draftId, questionIds } = of;
  let deletion = trx.deleteFrom("attachments").where("draft_id", "=", draftId);
  if (questionIds) deletion = deletion.where("question_id", "in", questionIds);
  const rows = await deletion.returning("public_id").execute();
  return rows.map((row) => row.public_id);
}

export async function reassignAttachments(
  trx: Trx,
  from: { draftId: number; responseId: number },
): Promise<
  { id: number; extractionState: ExtractionState; flags: FileFlag[] }[]
> {
  const rows = await trx
    .updateTable("attachments")
    .set({ draft_id: null, response_id: from.responseId })
    .where("draft_id", "=", from.draftId)
    .returning(["id", "extraction_state", "flags"])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    extractionState: row.extraction_state,
    flags: readFlags(row.flags),
  }));
}

const reviewColumns = [
  "id",
  "question_id",
  "scan_state",
  "scan_detail",
  "extraction_state",
  "flags",
  "stored_at",
  ...summaryColumns,
] as const;

type ReviewRow = Pick<Row<"attachments">, (typeof reviewColumns)[number]>;

function toReview(row: ReviewRow): AttachmentForReview {
  return {
    ...toSummary(row),
    id: row.id,
    questionId: row.question_id,
    scanState: row.scan_state,
    scanDetail: row.scan_detail,
    extractionState: row.extraction_state,
    flags: readFlags(row.flags),
    storedAt: row.stored_at,
  };
}

export async function selectAttachmentsOfResponse(
  db: Db,
  responseId: number,
): Promise<AttachmentForReview[]> {
  const rows = await db
    .selectFrom("attachments")
    .select(reviewColumns)
    .where("response_id", "=", responseId)
    .where("taken_back_at", "is", null)
    .orderBy("id")
    .execute();
  return rows.map(toReview);
}

export type WhichFiles = { questionId: string } | { publicId: string };

export async function closeAttachments(
  trx: Trx,
  of: { responseId: number; at: Date } & WhichFiles,
): Promise<{ id: number; questionId: string }[]> {
  const open = trx
    .updateTable("attachments")
    .set({ taken_back_at: of.at.toISOString() })
    .where("response_id", "=", of.responseId)
    .where("taken_back_at", "is", null);
  return (
    "publicId" in of
      ? open.where("public_id", "=", of.publicId)
      : open.where("question_id", "=", of.questionId)
  )
    .returning(["id", "question_id as questionId"])
    .execute();
}

export async function selectClosedAttachments(
  db: Db,
  responseId: number,
): Promise<(AttachmentSummary & { id: number; questionId: string })[]> {
  const rows = await db
    .selectFrom("attachments")
    .select(["id", "question_id", ...summaryColumns])
    .where("response_id", "=", responseId)
    .where("taken_back_at", "is not", null)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    ...toSummary(row),
    id: row.id,
    questionId: row.question_id,
  }));
}

/** Files of drafts are not selected: staff see a file when its response was sent. */
export async function selectSentAttachment(
  db: Db,
  publicId: string,
): Promise<SentAttachment | undefined> {
  const row = await db
    .selectFrom("attachments")
    .select(["response_id", "taken_back_at", ...reviewColumns])
    .where("public_id", "=", publicId)
    .executeTakeFirst();
  if (!row || row.response_id === null) return undefined;
  return {
    ...toReview(row),
    responseId: row.response_id,
    mediaType: row.media_type,
    isTakenBack: row.taken_back_at !== null,
  };
}
