import type { Db } from "#app/db/schema.ts";
import {
  hitEnd,
  hitStart,
  selectMarkedText,
  toFullTextQuery,
} from "#app/db/search.server.ts";
import type { AttachmentForReview } from "../attachments/attachments.ts";
import {
  selectAttachmentsForReview,
  selectAttachmentTexts,
} from "../attachments/attachments.server.ts";
import { readForReview } from "../responses/review.server.ts";
import type { ResponseForReview } from "../responses/review.ts";
import type { VisibleResponse } from "../responses/visible-responses.ts";
import { readHits } from "./hits.ts";
import { selectPassages } from "./passages.server.ts";
import {
  mayRemovePassage,
  type OffsetRange,
  type Passage,
  splitIntoSegments,
} from "./passages.ts";
import {
  type FileForReading,
  maxShownFileCharacters,
  type NumberedPassage,
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

type FileText = Awaited<ReturnType<typeof selectAttachmentTexts>>[number];
type SourcedPassage = Passage & { source: TextSource };
type TextHits = { answers: OffsetRange[][]; files: OffsetRange[][] };

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
  const files = await selectAttachmentsForReview(db, response.responseId);
  const texts = await selectAttachmentTexts(db, response.responseId);
  const passages = (await selectPassages(db, response.responseId)).map(
    withSource,
  );
  const hits = await findHits(db, { request, response, answers, texts });
  return {
    response,
    answers: answers.map((answer, index) => ({
      questionId: answer.questionId,
      label: answer.label,
      ...readable(
        `answer-${answer.answerId}`,
        answer.text,
        passages,
        hits.answers[index],
      ),
    })),
    files: files.map((file) => ({
      ...file,
      questionLabel: fileQuestionLabels[file.questionId] ?? "",
      text: readableFile(file, { request, texts, passages, hits }),
    })),
    passages: numberPassages(passages, { answers, files, ...request }),
    responseTags: await selectResponseTags(db, response.responseId),
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

async function findHits(
  db: Db,
  within: {
    request: ReadingRequest;
    response: { responseId: number };
    answers: { text: string }[];
    texts: { text: string }[];
  },
): Promise<TextHits> {
  const query = toFullTextQuery(within.request.query);
  const marked =
    query === undefined
      ? undefined
      : await selectMarkedText(db, query, within.response.responseId);
  if (!marked) return { answers: [], files: [] };
  const marks = { start: hitStart, end: hitEnd };
  const textsOf = (list: { text: string }[]) => list.map(({ text }) => text);
  return {
    answers: readHits(marked.answers, textsOf(within.answers), marks),
    files: readHits(marked.attachments, textsOf(within.texts), marks),
  };
}

function readable(
  source: TextSource,
  text: string,
  passages: SourcedPassage[],
  hits: OffsetRange[] = [],
) {
  const spans = passages
    .filter((passage) => passage.source === source)
    .map(({ publicId, startOffset, endOffset }) => ({
      publicId,
      startOffset,
      endOffset,
    }));
  return { source, segments: splitIntoSegments(text, spans, hits) };
}

function readableFile(
  file: AttachmentForReview,
  within: {
    request: ReadingRequest;
    texts: FileText[];
    passages: SourcedPassage[];
    hits: TextHits;
  },
): FileForReading["text"] {
  const index = within.texts.findIndex((one) => one.attachmentId === file.id);
  const found = within.texts[index];
  if (!found || file.extractionState !== "done") return undefined;
  const isCut =
    found.text.length > maxShownFileCharacters &&
    within.request.wholeFileId !== file.publicId;
  const shown = isCut
    ? found.text.slice(0, maxShownFileCharacters).replace(/\S{1,200}$/, "")
    : found.text;
  return {
    ...readable(
      `file-${file.id}`,
      shown,
      within.passages,
      within.hits.files[index],
    ),
    isCut,
    isTruncated: found.isTruncated === 1,
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
