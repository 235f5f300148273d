import { randomUUID } from "node:crypto";
import path from "node:path";
import type { Db } from "#app/db/schema.ts";
import { typeOfMediaType } from "#app/domain/files/accepted-types.ts";
import { extractText } from "#app/domain/files/extract-text.server.ts";
import type { Extraction } from "#app/domain/files/extraction.ts";
import {
  findRecognitionTools,
  isReadByMachine,
  recogniseText,
} from "#app/domain/files/recognise-text.server.ts";
import type { AttachmentStore } from "./attachment-store.server.ts";
import { failedForGood, recordExtraction } from "./extraction.server.ts";
import { selectExtractionSubject } from "./jobs.queries.server.ts";

/**
 * The body of the job `attachment.recognise`: has a machine read the words off a
 * picture, or off a PDF whose own text is none or little, where such a machine
 * is installed. What it reads is marked as its reading. Where it reads nothing,
 * the little that was in the file stays.
 */
export async function recogniseAttachmentText(
  db: Db,
  store: AttachmentStore,
  {
    attachmentId,
    now,
    tools = findRecognitionTools(),
  }: {
    attachmentId: number;
    now: Date;
    tools?: ReturnType<typeof findRecognitionTools>;
  },
): Promise<void> {
  const subject = await selectExtractionSubject(db, attachmentId);
  if (!subject || subject.responseId === null) return;
  const typeId = typeOfMediaType(subject.mediaType);
  const isRead = subject.extractionState === "done";
  if (isRead || !typeId || !isReadByMachine(typeId)) return;
  if (!tools && subject.extractionState === "no-text") return;
  const workFolder = path.join(store.stagingFolder, randomUUID());
  const extraction = await store
    .withFile(subject, async (source): Promise<Extraction> => {
      const read = tools
        ? await recogniseText({ typeId, source, workFolder }, tools)
        : undefined;
      if (read?.state === "done") return { ...read, isTruncated: read.isCut };
      return extractText({ path: source, typeId });
    })
    .catch(failedForGood);
  const { responseId } = subject;
  await recordExtraction(db, { attachmentId, responseId, extraction, now });
}
