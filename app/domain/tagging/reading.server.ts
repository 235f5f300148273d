import type { Db } from "#app/db/schema.ts";
import { readSearchTerms } from "#app/db/search-words.ts";
import type { AttachmentForReview } from "../attachments/attachments.ts";
import {
  type AttachmentText,
  selectAttachmentTexts,
} from "../attachments/attachment-texts.server.ts";
import { selectAttachmentsForReview } from "../attachments/attachments.server.ts";
import { readForReview } from "../responses/review.server.ts";
import type { ResponseForReview } from "../responses/review.ts";
import type { VisibleResponse } from "../responses/visible-responses.ts";
import { openHitMarker } from "./hits.ts";
import { selectPassages } from "./passages.server.ts";
import {
  mayRemovePassage,
  type Passage,
  splitIntoSegments,
} from "./passages.ts";
import {
  type FileForReading,
  maxShownFileCharacters,
  type NumberedPassage,
  type ReadableText,
  type ResponseForReading,
  type TextSource,
} from "./reading.ts";
import { selectResponseTags } from "./response-tags.server.ts";
import { selectTagsInUse } from "./tags.server.ts";
import { arrangeTags, type Tagger } from "./tags.ts";

export type ReadingRequest = {
  response: VisibleResponse;
  /** What was searched for before this response was opened; empty for nothing. */
  query: string;
  /** The public id of a file whose text is wanted whole. */
  wholeFileId?: string | undefined;
  reader: Tagger;
};

type SourcedPassage = Passage & { source: TextSource };
/** Puts passages and hits in their places in a text. */
type Mark = (source: TextSource, text: string) => ReadableText;

/**
 * A response with its texts ready to be read: passages and hits in place, files,
 * tags. Identity is not part of it.
 */
export async function readForReading(
  db: Db,
  request: ReadingRequest,
): Promise<ResponseForReading> {
  const found = await readForReview(db, request.response);
  const { answers, fileQuestionLabels, ...response } = found;
  const { responseId } = response;
  const files = await selectAttachmentsForReview(db, responseId);
  const texts = await selectAttachmentTexts(db, {
    responseId,
    maxCharacters: maxShownFileCharacters,
    wholeFileId: request.wholeFileId,
  });
  const passages = (await selectPassages(db, responseId)).map(withSource);
  const marker = openHitMarker(readSearchTerms(request.query).terms);
  const mark: Mark = (source, text) => {
    const inIt = passages.filter((passage) => passage.source === source);
    const segments = splitIntoSegments(text, inIt, marker.hitsIn(text));
    return { source, segments };
  };
  return {
    response,
    answers: answers.map(({ questionId, label, answerId, text }) => ({
      questionId,
      label,
      ...mark(`answer-${answerId}`, text),
    })),
    files: files.map((file) => ({
      ...file,
      questionLabel: fileQuestionLabels[file.questionId] ?? "",
      text: readableFile(file, texts, mark),
    })),
    passages: numberPassages(passages, { answers, files, ...request }),
    hasMoreHits: marker.isSpent(),
    responseTags: await selectResponseTags(db, responseId),
    tags: arrangeTags(await selectTagsInUse(db)),
  };
}

function withSource(passage: Passage): SourcedPassage {
  const source: TextSource =
    passage.answerId === null
      ? `file-${passage.attachmentId ?? 0}`
      : `answer-${passage.answerId}`;
  return { ...passage, source };
}

type ReadableFile = NonNullable<FileForReading["text"]>;

function readableFile(
  file: AttachmentForReview,
  texts: AttachmentText[],
  mark: Mark,
): ReadableFile | undefined {
  const found = texts.find((one) => one.attachmentId === file.id);
  if (!found || file.extractionState !== "done") return undefined;
  const { isCut, isTruncated, isSearched } = found;
  const shown = isCut ? found.text.replace(/\S{1,200}$/, "") : found.text;
  return {
    ...mark(`file-${file.id}`, shown),
    isCut,
    isTruncated,
    isSearched,
  };
}

function numberPassages(
  passages: SourcedPassage[],
  within: {
    answers: ResponseForReview["answers"];
    files: AttachmentForReview[];
    reader: Tagger;
  },
): NumberedPassage[] {
  const order: string[] = [
    ...within.answers.map((answer) => `answer-${answer.answerId}`),
    ...within.files.map((file) => `file-${file.id}`),
  ];
  const placeOf = (passage: SourcedPassage) => order.indexOf(passage.source);
  return [...passages]
    .sort((a, b) => placeOf(a) - placeOf(b) || a.startOffset - b.startOffset)
    .map((passage, index) => ({
      number: index + 1,
      publicId: passage.publicId,
      source: passage.source,
      quote: passage.quote,
      memo: passage.memo,
      tagName: passage.tagName,
      tagIsRetired: passage.tagIsRetired,
      taggedBy: passage.taggedBy,
      taggedAt: passage.taggedAt,
      mayRemove: mayRemovePassage(within.reader, passage.taggedById),
    }));
}
