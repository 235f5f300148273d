import { openScanner } from "#app/domain/files/scan-file.server.ts";
import { checkAttachment } from "#app/domain/attachments/checking.server.ts";
import { extractAttachmentText } from "#app/domain/attachments/extraction.server.ts";
import { scanAttachment } from "#app/domain/attachments/scanning.server.ts";
import type { JobHandlers } from "#app/domain/jobs/jobs.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import type { WorkSurroundings } from "./work-surroundings.ts";

/** What each kind of job does: one operation of the domain. */
export function createJobHandlers(surroundings: WorkSurroundings): JobHandlers {
  const { db, attachmentStore, env, now } = surroundings;
  const scanner = openScanner(env.clamdAddress);
  return {
    "attachment.check": ({ attachmentId }) =>
      checkAttachment(db, attachmentStore, { attachmentId, now: now() }),
    "attachment.scan": ({ attachmentId }) =>
      scanAttachment(db, attachmentStore, scanner, {
        attachmentId,
        now: now(),
      }),
    "attachment.extract-text": ({ attachmentId }) =>
      extractAttachmentText(db, attachmentStore, { attachmentId, now: now() }),
    "response.index": (payload) => indexResponse(db, payload),
  };
}
