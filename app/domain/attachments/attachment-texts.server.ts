import type { Db } from "#app/db/schema.ts";
import {
  selectAbouts,
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
  /** How sure a machine was that read it off pictures, of 100; null where it is the file's own. */
  confidence: number | null;
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
  return rows.map(
    ({ attachmentId, text, byteSize, isTruncated, confidence }) => ({
      attachmentId,
      text,
      isCut: Buffer.byteLength(text) < byteSize,
      isTruncated: isTruncated === 1,
      confidence,
      isSearched: searched.includes(attachmentId),
    }),
  );
}

/**
 * What is searched of a response's files: their sender's word on each, and their texts, whole.
 *
 * @param of.isLeftOut of a file of which nothing is searched
 */
export async function selectSearchedTexts(
  db: Db,
  of: { responseId: number; isLeftOut: (attachmentId: number) => boolean },
): Promise<string[]> {
  const { responseId, isLeftOut } = of;
  const said = await selectAbouts(db, responseId);
  const abouts = said.flatMap(({ id, about }) =>
    about === null || isLeftOut(id) ? [] : about,
  );
  const sizes = await selectTextSizes(db, responseId);
  const ids = searchedIds(sizes).filter((id) => !isLeftOut(id));
  if (ids.length === 0) return abouts;
  return [...abouts, ...(await selectWholeTexts(db, ids))];
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
