import type { Trx } from "#app/db/schema.ts";
import { findAttachmentText } from "../attachments/attachments.server.ts";
import {
  findAnswerText,
  findPresentAnswer,
} from "../responses/visible-responses.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import { withheldFrom } from "../responses/withheld-words.server.ts";

/** The text a passage stands in: an answer of the response or the text taken out of one of its files. */
export type PassageSource = { answerId: number } | { attachmentId: number };

export type SourceText = {
  text: string;
  /** The same as its reader has it before them: a quote is of this. */
  shownText: string;
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
  const { actor, responseId } = passage;
  const withheld = await withheldFrom(trx, actor, [responseId]);
  if ("attachmentId" in passage) {
    const { attachmentId } = passage;
    const text = await findAttachmentText(trx, passage);
    if (text === undefined || withheld.isFile(attachmentId)) return undefined;
    return {
      ...{ text, shownText: text, attachmentId },
      ...{ answerId: null, isChanged: false },
    };
  }
  const of = { ...passage, viewer: actor };
  const { answerId } = passage;
  const standing = (answer: { answerId: number; text: string }) => ({
    ...{ ...answer, attachmentId: null },
    shownText: withheld.hide(answer.answerId, answer.text),
  });
  const text = await findAnswerText(trx, of);
  if (text !== undefined)
    return { ...standing({ answerId, text }), isChanged: false };
  const present = await findPresentAnswer(trx, of);
  return present && { ...standing(present), isChanged: true };
}
