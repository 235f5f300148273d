import type { Trx } from "#app/db/schema.ts";
import { findAttachmentText } from "../attachments/attachments.server.ts";
import {
  findAnswerText,
  findPresentAnswer,
} from "../responses/visible-responses.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";

/** The text a passage stands in: an answer of the response or the text taken out of one of its files. */
export type PassageSource = { answerId: number } | { attachmentId: number };

export type SourceText = {
  text: string;
  answerId: number | null;
  attachmentId: number | null;
  /** Its sender put it in the place of the words that the reader had before them. */
  isChanged: boolean;
};

/**
 * The frozen text that a passage is looked for in. Where an answer was changed while
 * somebody read it, what stands in its place: their passage is carried over if
 * its words are still there.
 */
export async function findSourceText(
  trx: Trx,
  passage: { responseId: number; actor: Viewer } & PassageSource,
): Promise<SourceText | undefined> {
  if ("attachmentId" in passage) {
    const { attachmentId } = passage;
    const text = await findAttachmentText(trx, passage);
    if (text === undefined) return undefined;
    return { text, answerId: null, attachmentId, isChanged: false };
  }
  const of = { ...passage, viewer: passage.actor };
  const { answerId } = passage;
  const text = await findAnswerText(trx, of);
  if (text !== undefined)
    return { text, answerId, attachmentId: null, isChanged: false };
  const present = await findPresentAnswer(trx, of);
  return present && { ...present, attachmentId: null, isChanged: true };
}
