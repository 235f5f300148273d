import {
  type AttachmentForReview,
  describeByteSize,
  type ScanState,
} from "#app/domain/attachments/attachments.ts";
import { formatTime } from "#app/words/public-en/times.ts";
import type { FileFlag } from "#app/domain/files/findings.ts";
import type { ResponseChannel } from "#app/domain/responses/responses.ts";
import { fileAddress, responseFormAddress } from "#app/addresses.ts";
import { formatMoment } from "#app/words/review-en/times.ts";
import { isTooLateFor } from "#app/domain/responses/withdrawal.ts";
import { describeCopy } from "./file-copy.ts";
import { describeFileText } from "./file-text.ts";
import { describeSentEvidence } from "./sent-evidence.ts";
import { describeState } from "./states.ts";
import { describeTakenBack, describeWithdrawal } from "./withdrawn.ts";
import type {
  FileForReading,
  ResponseForReading,
} from "#app/domain/tagging/reading.ts";
import {
  type ReadingView,
  responseHref,
  searchedFor,
  writeReadingView,
} from "./reading-view.ts";

export type ReadingScreen = ReturnType<typeof describeReading>;

/** A response's page in words and links; triage's part is described by triage. */
export function describeReading(page: ResponseForReading, view: ReadingView) {
  const { response } = page;
  const files = page.files.map((file) => describeFile(file, page, view));
  return {
    reference: response.reference,
    language: response.language,
    rowVersion: response.rowVersion,
    answersVersion: response.answersVersion,
    heading: `Response ${response.reference}`,
    callTitle: response.call.title,
    received: `${describeChannel(response.channel)} ${formatTime(response.receivedAt)}`,
    wordCount: `${wholeNumber.format(response.wordCount)} ${response.wordCount === 1 ? "word" : "words"}${response.answersVersion > 1 ? `, version ${response.answersVersion}` : ""}`,
    state: describeState(response.state),
    withdrawal: describeWithdrawal(response),
    isFlagged: response.isFlagged,
    hasIdentity: response.hasIdentity,
    here: responseHref(response.reference, view),
    view: writeReadingView(view),
    query: searchedFor(view),
    hitCount: countHits(page),
    hasMoreHits: page.hasMoreHits,
    isShownInPart: page.files.some(({ text }) => text?.isCut),
    actions: {
      tags: responseFormAddress(response.reference, "tags"),
      passages: responseFormAddress(response.reference, "passages"),
    },
    answers: describeAnswers(page, files),
    files,
    passages: describePassages(page),
    ...describeTakenBack(page),
    sources: describeSources(page),
    responseTags: page.responseTags.map(({ tagId, name, isRetired }) => ({
      tagId,
      name,
      isRetired,
    })),
    tags: page.tags,
  };
}

type DescribedFile = ReturnType<typeof describeFile>;

/** Pieces of evidence stand over their text as cards, with the file of each. */
function describeAnswers(
  { answers, evidence, response }: ResponseForReading,
  files: DescribedFile[],
) {
  const { reference } = response;
  const opened = files.map(({ publicId, name, copy, downloadHref }) => ({
    ...{ publicId, name },
    opens: copy?.href ?? downloadHref,
  }));
  return answers.map((answer) => {
    const sent = evidence.find((one) => one.questionId === answer.questionId);
    const beside = { reference, files: opened };
    return { ...answer, evidence: sent && describeSentEvidence(sent, beside) };
  });
}

const wholeNumber = new Intl.NumberFormat("en-GB");

const channelWords: Record<ResponseChannel, string> = {
  web: "Sent on this site at",
  import: "Imported, received at",
  letter: "Received by letter at",
  email: "Received by email at",
  phone: "Taken by phone at",
  meeting: "Noted at a meeting at",
};

function describeChannel(channel: ResponseChannel): string {
  return channelWords[channel];
}

/** The texts that passages can be tagged in, as the form without a selection offers them. */
export function describeSources(
  page: Pick<ResponseForReading, "answers" | "files">,
) {
  return [
    ...page.answers.map(({ source, label }) => ({ value: source, label })),
    ...page.files.flatMap(({ name, text }) =>
      text ? [{ value: text.source, label: `File: ${name}` }] : [],
    ),
  ];
}

function textsOf(page: ResponseForReading) {
  return [...page.answers, ...page.files.flatMap(({ text }) => text ?? [])];
}

function countHits(page: ResponseForReading): number {
  return textsOf(page).reduce(
    (sum, { segments }) =>
      sum +
      segments.filter(
        (segment, index) => segment.isHit && !segments[index - 1]?.isHit,
      ).length,
    0,
  );
}

function describePassages(page: ResponseForReading) {
  const shownIds = new Set(
    textsOf(page)
      .flatMap(({ segments }) => segments)
      .flatMap((segment) => segment.endingPassageIds),
  );
  return page.passages.map((passage) => ({
    ...passage,
    taggedAt: formatMoment(passage.taggedAt),
    mayRemove: passage.mayRemove && !isTooLateFor("passages", page.response),
    isShown: shownIds.has(passage.publicId),
  }));
}

function describeFile(
  file: FileForReading,
  { response, hasMachine }: ResponseForReading,
  view: ReadingView,
) {
  const wholeView = { ...view, file: file.publicId };
  return {
    text: file.text,
    isShownWhole: view.file === file.publicId,
    wholeHref: responseHref(response.reference, wholeView, `file-${file.id}`),
    fileId: file.id,
    publicId: file.publicId,
    name: file.name,
    typeLabel: file.typeLabel,
    size: describeByteSize(file.byteSize),
    questionLabel: file.questionLabel,
    about: file.about,
    scan: describeScan(file),
    extraction:
      file.scanState === "infected"
        ? {
            words:
              "It cannot be opened: the virus scan found something harmful in it.",
          }
        : describeFileText(file, { hasMachine }),
    flags: file.flags.map((flag) => flagWords[flag]),
    downloadHref:
      file.scanState === "infected" ? undefined : fileAddress(file.publicId),
    copy: file.scanState === "infected" ? undefined : describeCopy(file),
  };
}

const scanWords: Record<ScanState, string> = {
  waiting: "Waiting for the virus scan",
  clean: "No virus found",
  infected: "Virus found",
  "not-scanned": "Not scanned",
};

const scanColours = {
  waiting: "yellow",
  clean: "green",
  infected: "red",
  "not-scanned": "orange",
} as const satisfies Record<ScanState, string>;

function describeScan({ scanState }: Pick<AttachmentForReview, "scanState">) {
  return { words: scanWords[scanState], colour: scanColours[scanState] };
}

const flagWords: Record<FileFlag, string> = {
  "pdf-javascript": "Contains JavaScript",
  "pdf-launch-action": "Tries to start a program when it is opened",
  "pdf-uri-action": "Has links that open web pages",
  "pdf-form-submission": "Has a form that sends what is typed into it",
  "pdf-hidden-text": "Has text that cannot be seen on the page",
  "external-template": "Loads a template from another computer",
  "external-content": "Loads content from another computer",
  "embedded-object": "Has another document inside it",
  "tracked-changes": "Has tracked changes: deleted words may still be in it",
  "hidden-text": "Has hidden text",
  comments: "Has comments in the margin",
  "image-metadata": "The image says where or with what it was taken",
  "formula-cells": "Has formulas",
  "bidirectional-controls":
    "Has invisible characters that change the direction of text",
  "replaced-characters": "Some characters could not be read and were replaced",
  "dde-field": "Has a field that asks another program for its content",
  "document-properties": "Its properties name its author or an organisation",
  "extra-bytes": "Has something before its beginning or after its end",
  "not-checked": "Not checked: there was no time to look into it yet",
  "not-acceptable":
    "Checked only after it was sent: it is of a kind that is not taken",
};
