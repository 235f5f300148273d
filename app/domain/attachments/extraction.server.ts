import type { Db } from "#app/db/schema.ts";
import type { NewEvent } from "#app/domain/audit/audit.ts";
import { recordEvent } from "#app/domain/audit/audit.server.ts";
import { typeOfMediaType } from "#app/domain/files/accepted-types.ts";
import { extractText } from "#app/domain/files/extract-text.server.ts";
import type { Extraction } from "#app/domain/files/extraction.ts";
import { enqueueJob } from "#app/domain/jobs/jobs.server.ts";
import type { AttachmentStore } from "./attachment-store.server.ts";
import {
  insertAttachmentText,
  selectExtractionSubject,
  updateExtractionState,
} from "./jobs.queries.server.ts";
import { AttachmentStoreError } from "./stored-files.ts";

/**
 * The body of the job `attachment.extract-text`: takes the text out of a sent
 * file, freezes it and asks for its response to be indexed anew. What takes too
 * long or too much is `failed`, and staff see that. A text once taken out stays.
 */
export async function extractAttachmentText(
  db: Db,
  store: AttachmentStore,
  extract: {
    attachmentId: number;
    now: Date;
    /** Whether there is a machine that reads pictures. */
    hasMachine?: boolean;
  },
): Promise<void> {
  const subject = await selectExtractionSubject(db, extract.attachmentId);
  if (!subject || subject.responseId === null) return;
  if (["done", "no-text"].includes(subject.extractionState)) return;
  const typeId = typeOfMediaType(subject.mediaType);
  const extraction: Extraction = typeId
    ? await store
        .withFile(subject, (path) => extractText({ path, typeId }))
        .catch(failedForGood)
    : { state: "no-text" };
  if (extract.hasMachine && "isPoor" in extraction && extraction.isPoor)
    return enqueueRecognition(db, extract);
  await recordExtraction(db, {
    ...extract,
    responseId: subject.responseId,
    extraction,
  });
}

/** What is little is not frozen yet: a text once taken out stays. */
async function enqueueRecognition(
  db: Db,
  { attachmentId, now }: { attachmentId: number; now: Date },
): Promise<void> {
  const payload = { attachmentId };
  await db
    .transaction()
    .execute((trx) =>
      enqueueJob(trx, { kind: "attachment.recognise", payload, now }),
    );
}

/** A file that is not what was stored, or not there, does not come back by waiting. */
export function failedForGood(error: unknown): Extraction {
  const isForGood =
    error instanceof AttachmentStoreError &&
    (error.reason === "missing" || error.reason === "damaged");
  if (!isForGood) throw error;
  return { state: "failed", reason: error.reason };
}

/** Writes down what became of a file's text, and asks for its response to be indexed anew. */
export async function recordExtraction(
  db: Db,
  record: {
    attachmentId: number;
    responseId: number;
    extraction: Extraction;
    now: Date;
  },
): Promise<void> {
  const { attachmentId, responseId, extraction, now } = record;
  await db.transaction().execute(async (trx) => {
    const { state } = extraction;
    if (!(await updateExtractionState(trx, { id: attachmentId, state })))
      return;
    if (extraction.state === "done") {
      await insertAttachmentText(trx, { attachmentId, ...extraction, at: now });
      await enqueueJob(trx, {
        kind: "response.index",
        payload: { responseId },
        now,
      });
    }
    await recordEvent(trx, {
      at: now,
      actor: { kind: "system" },
      subject: { kind: "attachment", id: attachmentId },
      type: extractionEvents[state],
      details: detailsOf(extraction),
    });
  });
}

const extractionEvents = {
  done: "attachment.text-extracted",
  "no-text": "attachment.without-text",
  failed: "attachment.text-not-extracted",
} as const;

function detailsOf(extraction: Extraction): NonNullable<NewEvent["details"]> {
  if (extraction.state === "done")
    return {
      characterCount: extraction.text.length,
      isTruncated: extraction.isTruncated,
      ...(extraction.confidence !== undefined && {
        confidence: extraction.confidence,
      }),
    };
  return extraction.state === "failed" ? { reason: extraction.reason } : {};
}
