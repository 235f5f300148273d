import type { Db, Trx } from "#app/db/schema.ts";
import type { AttachmentSummary } from "./attachments.ts";
import {
  closeAttachments,
  selectClosedAttachments,
  type WhichFiles,
} from "./attachments.queries.server.ts";

/**
 * Closes files that their sender takes back, of a question or one of them; bytes,
 * copy and text stay, and nobody is shown them. @returns which they were.
 */
export async function closeFiles(
  trx: Trx,
  of: { responseId: number; at: Date } & WhichFiles,
): Promise<{ id: number; questionId: string }[]> {
  return closeAttachments(trx, of);
}

/** Those that were taken back, for whoever said why they have to read them. */
export async function selectTakenBackFiles(
  db: Db,
  responseId: number,
): Promise<(AttachmentSummary & { id: number; questionId: string })[]> {
  return selectClosedAttachments(db, responseId);
}
