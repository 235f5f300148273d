import type { Db, Trx } from "#app/db/schema.ts";
import type { JsonText } from "#app/db/tables/column-types.ts";
import type { FileFlag } from "#app/domain/files/findings.ts";
import { type ExtractionState, type ScanState } from "./attachments.ts";
import type { StoredFile } from "./stored-files.ts";

const storedFileColumns = [
  "public_id as publicId",
  "byte_size as byteSize",
  "sha256",
] as const;

export async function selectScanSubject(
  db: Db,
  id: number,
): Promise<(StoredFile & { scanState: ScanState }) | undefined> {
  return db
    .selectFrom("attachments")
    .select([...storedFileColumns, "scan_state as scanState"])
    .where("id", "=", id)
    .where("taken_back_at", "is", null)
    .executeTakeFirst();
}

/** @returns false where the row says so already, so that a retried job writes no second event. */
export async function updateScanState(
  trx: Trx,
  scan: { id: number; state: ScanState; detail: string | null },
): Promise<boolean> {
  const row = await trx
    .selectFrom("attachments")
    .select(["scan_state", "scan_detail"])
    .where("id", "=", scan.id)
    .executeTakeFirst();
  if (!row) return false;
  if (row.scan_state === scan.state && row.scan_detail === scan.detail)
    return false;
  await trx
    .updateTable("attachments")
    .set({ scan_state: scan.state, scan_detail: scan.detail })
    .where("id", "=", scan.id)
    .execute();
  return true;
}

export async function selectExtractionSubject(db: Db, id: number) {
  return db
    .selectFrom("attachments")
    .select([
      ...storedFileColumns,
      "media_type as mediaType",
      "response_id as responseId",
      "extraction_state as extractionState",
    ])
    .where("id", "=", id)
    .where("taken_back_at", "is", null)
    .executeTakeFirst();
}

/**
 * Writes the outcome of an extraction that has none yet.
 *
 * @returns false where the text was taken out before: passages point into it, so it stays as it is.
 */
export async function updateExtractionState(
  trx: Trx,
  extraction: { id: number; state: ExtractionState },
): Promise<boolean> {
  const result = await trx
    .updateTable("attachments")
    .set({ extraction_state: extraction.state })
    .where("id", "=", extraction.id)
    .where("taken_back_at", "is", null)
    .where("extraction_state", "in", [
      ...(["waiting", "failed"] as const),
      // A machine found words where the file itself has none.
      ...(extraction.state === "done" ? (["no-text"] as const) : []),
    ])
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertAttachmentText(
  trx: Trx,
  row: {
    attachmentId: number;
    text: string;
    isTruncated: boolean;
    confidence?: number;
    at: Date;
  },
): Promise<void> {
  await trx
    .insertInto("attachment_texts")
    .values({
      attachment_id: row.attachmentId,
      text: row.text,
      is_truncated: row.isTruncated ? 1 : 0,
      confidence: row.confidence ?? null,
      extracted_at: row.at.toISOString(),
    })
    .execute();
}

/** The text taken out of one of the response's files, where there is any. */
export async function selectAttachmentText(
  db: Db,
  source: { responseId: number; attachmentId: number },
): Promise<string | undefined> {
  const row = await db
    .selectFrom("attachments")
    .innerJoin(
      "attachment_texts",
      "attachment_texts.attachment_id",
      "attachments.id",
    )
    .select("attachment_texts.text")
    .where("attachments.id", "=", source.attachmentId)
    .where("attachments.response_id", "=", source.responseId)
    .where("attachments.taken_back_at", "is", null)
    .where("attachments.extraction_state", "=", "done")
    .executeTakeFirst();
  return row?.text;
}

export async function selectCheckSubject(db: Db, id: number) {
  return db
    .selectFrom("attachments")
    .select([...storedFileColumns, "original_name as name", "flags"])
    .where("id", "=", id)
    .where("taken_back_at", "is", null)
    .executeTakeFirst();
}

/** @returns false where the flags are no longer those that were read: another run has written its own. */
export async function updateFlags(
  trx: Trx,
  change: { id: number; from: JsonText; to: readonly FileFlag[] },
): Promise<boolean> {
  const result = await trx
    .updateTable("attachments")
    .set({ flags: JSON.stringify(change.to) })
    .where("id", "=", change.id)
    .where("flags", "=", change.from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The files that came with the same response. */
export async function selectOtherFilesOfResponse(
  db: Db,
  attachmentId: number,
): Promise<number[]> {
  const rows = await db
    .selectFrom("attachments")
    .select("id")
    .where("response_id", "=", (eb) =>
      eb
        .selectFrom("attachments as own")
        .select("own.response_id")
        .where("own.id", "=", attachmentId),
    )
    .where("id", "!=", attachmentId)
    .execute();
  return rows.map(({ id }) => id);
}
