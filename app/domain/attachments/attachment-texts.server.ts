import type { Db } from "#app/db/schema.ts";
import {
  selectBeginnings,
  selectTextSizes,
  selectWholeTexts,
} from "./attachment-texts.queries.server.ts";

/** A file whose turn comes after so much text is not searched: two thick books, or hundreds of letters. */
const maxSearchedBytes = 4_000_000;

/** What is read of one file's frozen text. */
export type AttachmentText = {
  attachmentId: number;
  text: string;
  /** There is more than `text`. */
  isCut: boolean;
  /** The extraction ended before the file did. */
  isTruncated: boolean;
  /** False where the files before it have all the text that is searched in one response. */
  isSearched: boolean;
};

/**
 * The beginnings of the frozen texts of a response's files, in the order in which they came.
 *
 * @param of.maxCharacters of each text, in code points
 * @param of.wholeFileId the public id of a file whose text comes whole
 */
export async function selectAttachmentTexts(
  db: Db,
  of: {
    responseId: number;
    maxCharacters: number;
    wholeFileId?: string | undefined;
  },
): Promise<AttachmentText[]> {
  const wholeFileId = of.wholeFileId ?? "";
  const rows = await selectBeginnings(db, { ...of, wholeFileId });
  const searched = searchedIds(rows);
  return rows.map(({ attachmentId, text, byteSize, isTruncated }) => ({
    attachmentId,
    text,
    isCut: Buffer.byteLength(text) < byteSize,
    isTruncated: isTruncated === 1,
    isSearched: searched.includes(attachmentId),
  }));
}

/** The texts of a response's files that are searched, whole. */
export async function selectSearchedTexts(
  db: Db,
  responseId: number,
): Promise<string[]> {
  const sizes = await selectTextSizes(db, responseId);
  const ids = searchedIds(sizes);
  if (ids.length === 0) return [];
  return selectWholeTexts(db, ids);
}

function searchedIds(
  texts: readonly { attachmentId: number; byteSize: number }[],
): number[] {
  let bytesBefore = 0;
  return texts.flatMap(({ attachmentId, byteSize }) => {
    const isSearched = bytesBefore < maxSearchedBytes;
    bytesBefore += byteSize;
    return isSearched ? [attachmentId] : [];
  });
}
