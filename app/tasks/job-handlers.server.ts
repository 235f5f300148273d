import type { Db } from "#app/db/schema.ts";
import { findRecognitionTools } from "#app/domain/files/recognise-text.server.ts";
import { recogniseAttachmentText } from "#app/domain/attachments/recognition.server.ts";
import { openScanner } from "#app/domain/files/scan-file.server.ts";
import { checkAttachment } from "#app/domain/attachments/checking.server.ts";
import { copyAttachment } from "#app/domain/attachments/copying.server.ts";
import { extractAttachmentText } from "#app/domain/attachments/extraction.server.ts";
import {
  type FileJobKind,
  letOtherResponsesGoFirst,
} from "#app/domain/attachments/turns.server.ts";
import { scanAttachment } from "#app/domain/attachments/scanning.server.ts";
import type { JobHandlers } from "#app/domain/jobs/jobs.ts";
import { sendWaitingMail } from "#app/domain/mail/mail.server.ts";
import { openMailServer } from "#app/domain/mail/smtp.server.ts";
import { markPerson } from "#app/domain/responses/same-person.server.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { createReviewHandlers } from "./review-jobs.server.ts";
import type { WorkSurroundings } from "./work-surroundings.ts";

/**
 * What each kind of job does: one operation of the domain. A file's turn, ended
 * well or not, puts the other files of its response behind everybody else's.
 */
export function createJobHandlers(surroundings: WorkSurroundings): JobHandlers {
  const { db, attachmentStore, env, now } = surroundings;
  const scanner = openScanner(env.clamdAddress);
  const send = openMailServer(env.mail);
  const inTurn =
    (kind: FileJobKind, work: (file: FileAndTime) => Promise<void>) =>
    async ({ attachmentId }: { attachmentId: number }) => {
      try {
        await work({ attachmentId, now: now() });
      } finally {
        await letOtherResponsesGoFirst(db, { kind, attachmentId, now: now() });
      }
    };
  return {
    "attachment.check": inTurn("attachment.check", (file) =>
      checkAttachment(db, attachmentStore, file),
    ),
    "attachment.scan": inTurn("attachment.scan", (file) =>
      scanAttachment(db, attachmentStore, scanner, file),
    ),
    "attachment.extract-text": inTurn("attachment.extract-text", (file) =>
      extractAttachmentText(db, attachmentStore, {
        ...file,
        hasMachine: findRecognitionTools() !== undefined,
      }),
    ),
    "attachment.recognise": inTurn("attachment.recognise", (file) =>
      recogniseAttachmentText(db, attachmentStore, file),
    ),
    "attachment.copy": inTurn("attachment.copy", (file) =>
      copyAttachment(db, attachmentStore, file),
    ),
    "mail.send": ({ mailId }) =>
      sendWaitingMail(db, send, { mailId, secret: env.secret, now: now() }),
    ...createReviewHandlers(surroundings),
    "response.index": (payload) =>
      findAgain(db, { ...payload, secret: env.secret }),
  };
}

/** By its words, and by who sent it. */
async function findAgain(db: Db, of: { responseId: number; secret: string }) {
  await indexResponse(db, of);
  await markPerson(db, of);
}

type FileAndTime = { attachmentId: number; now: Date };
