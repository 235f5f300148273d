import type { Db } from "#app/db/schema.ts";
import { readMarkedTerms } from "../triage/queue-query-parts.ts";
import type { AttachmentForReview } from "../attachments/attachments.ts";
import {
  type AttachmentText,
  selectAttachmentTexts,
} from "../attachments/attachment-texts.server.ts";
import { selectFileCopies } from "../attachments/copies.server.ts";
import { selectAttachmentsForReview } from "../attachments/attachments.server.ts";
import { findRecognitionTools } from "../files/recognise-text.server.ts";
import { readForReview } from "../responses/review.server.ts";
import { selectSentEvidence } from "../responses/sent-evidence.server.ts";
import type { ResponseForReview } from "../responses/review.ts";
import type { VisibleResponse } from "../responses/visible-responses.ts";
import {
  type Withheld,
  withheldFrom,
} from "../responses/withheld-words.server.ts";
import type { OpenedResponse } from "../responses/readings.server.ts";
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
import { selectLastUsedTagIds } from "./last-used-tags.queries.server.ts";
import { readOtherVersions } from "./other-versions.server.ts";
import { selectResponseTags } from "./response-tags.server.ts";
import { selectTagsInUse } from "./tags.server.ts";
import { arrangeTags, type Tagger } from "./tags.ts";

export type ReadingRequest = {
  /** Of one that is closed to its reader, neither answers, files nor passages are looked for. */
  response: OpenedResponse;
  /** What was searched for before this response was opened; empty for nothing. */
  query: string;
  /** The public id of a file whose text is wanted whole. */
  wholeFileId?: string | undefined;
  reader: Tagger;
  now: Date;
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
  const ids = [request.response.responseId];
  const withheld = await withheldFrom(db, request.reader, ids);
  const found = await readForReview(db, request.response, withheld);
  const { answers, fileQuestionLabels, ...response } = found;
  const { responseId } = response;
  if (request.response.isClosed) return closedReading(db, response);
  const files = await selectShownFiles(db, responseId, withheld);
  const copies = await selectFileCopies(db, responseId);
  const maxCharacters = maxShownFileCharacters;
  const wanted = { ...request, responseId, maxCharacters };
  const texts = await selectAttachmentTexts(db, wanted);
  const passages = await selectSourced(db, responseId, withheld);
  const marker = openHitMarker(readMarkedTerms(request.query));
  const mark = markWith(passages, marker);
  return {
    response,
    answers: answers.map(({ answerId, text, ...answer }) => ({
      ...answer,
      ...mark(`answer-${answerId}`, text),
    })),
    evidence: await selectShownEvidence(db, response, withheld),
    files: files.map((file) => ({
      ...file,
      copy: copies.get(file.id),
      questionLabel: fileQuestionLabels[file.questionId] ?? "",
      text: readableFile(file, texts, mark),
    })),
    hasMachine: findRecognitionTools() !== undefined,
    passages: numberPassages(passages, { answers, files, ...request }),
    ...(await readOtherVersions(db, request, withheld)),
    hasMoreHits: marker.isSpent(),
    responseTags: await selectResponseTags(db, responseId),
    tags: arrangeTags(await selectTagsInUse(db)),
    lastUsedTagIds: await selectLastUsedTagIds(db, request.reader.staffId),
  };
}

async function selectShownFiles(db: Db, id: number, withheld: Withheld) {
  const files = await selectAttachmentsForReview(db, id);
  return files.map(withheld.hideFile);
}

async function selectSourced(
  db: Db,
  responseId: number,
  withheld: Withheld,
): Promise<SourcedPassage[]> {
  const passages = await selectPassages(db, responseId);
  return passages.map((passage) =>
    withSource({ ...passage, quote: withheld.hideQuote(passage) }),
  );
}

/** Without answers in which something is withheld: their parts were not looked through, and the text has the rest. */
async function selectShownEvidence(
  db: Db,
  response: VisibleResponse,
  withheld: Withheld,
) {
  const evidence = await selectSentEvidence(db, response);
  return evidence.filter(
    ({ questionId }) => !withheld.isIn(response.responseId, questionId),
  );
}

function markWith(
  passages: SourcedPassage[],
  { hitsIn }: Pick<ReturnType<typeof openHitMarker>, "hitsIn">,
): Mark {
  return (source, text) => {
    const inIt = passages.filter((passage) => passage.source === source);
    return { source, segments: splitIntoSegments(text, inIt, hitsIn(text)) };
  };
}

async function closedReading(
  db: Db,
  response: ResponseForReading["response"],
): Promise<ResponseForReading> {
  return {
    response: { ...response, excerpt: "" },
    answers: [],
    evidence: [],
    files: [],
    hasMachine: false,
    passages: [],
    former: [],
    takenBack: [],
    passagesTakenBack: 0,
    hasMoreHits: false,
    responseTags: await selectResponseTags(db, response.responseId),
    tags: arrangeTags(await selectTagsInUse(db)),
    lastUsedTagIds: [],
  };
}

function withSource(passage: Passage): SourcedPassage {
  const source: TextSource =
    passage.answerId === null
      ? `file-${passage.attachmentId ?? 0}`
      : `answer-${passage.answerId}`;
  return { ...passage, source };
}

type ShownFile = AttachmentForReview & { isWithheld: boolean };
type ReadableFile = NonNullable<FileForReading["text"]>;

function readableFile(
  file: ShownFile,
  texts: AttachmentText[],
  mark: Mark,
): ReadableFile | undefined {
  const found = texts.find((one) => one.attachmentId === file.id);
  if (!found || file.extractionState !== "done") return undefined;
  if (file.isWithheld) return undefined;
  const { isCut, isTruncated, isSearched, confidence } = found;
  const shown = isCut ? found.text.replace(/\S{1,200}$/, "") : found.text;
  return {
    ...mark(`file-${file.id}`, shown),
    isCut,
    isTruncated,
    isSearched,
    confidence,
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
      broughtFrom: passage.broughtFrom,
      coder: passage.coder,
      taggedAt: passage.taggedAt,
      mayRemove: mayRemovePassage(within.reader, passage.taggedById),
    }));
}
