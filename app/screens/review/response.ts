import { tellTagger } from "./projects.ts";
import { formatTime } from "#app/words/public-en/times.ts";
import type { Quoting } from "#app/domain/calls/consent.ts";
import type { ResponseChannel } from "#app/domain/responses/responses.ts";
import { responseFormAddress } from "#app/addresses.ts";
import { formatMoment } from "#app/words/review-en/times.ts";
import { isTooLateFor } from "#app/domain/responses/withdrawal.ts";
import { describeFile } from "./sent-file.ts";
import { describeSentEvidence } from "./sent-evidence.ts";
import { describeState } from "./states.ts";
import { describeTakenBack, describeWithdrawal } from "./withdrawn.ts";
import type {
  AnswerForReading,
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
    ...describeAnswers(page, files),
    consent: response.quoting && consentWords[response.quoting],
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
    lastUsedIds: page.lastUsedTagIds,
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
  const facts = answers.filter(isFact);
  return {
    facts: facts
      .filter(({ saysConsent }) => !saysConsent)
      .map(({ label, segments }) => ({
        label,
        // Several choices stand one below the other.
        text: segments
          .map(({ text }) => text)
          .join("")
          .replaceAll("\n", "; "),
      })),
    answers: answers
      .filter((answer) => !isFact(answer))
      .map((answer) => {
        const sent = evidence.find(
          (one) => one.questionId === answer.questionId,
        );
        const { isFlagged } = response;
        const beside = { reference, files: opened, isFrozen: isFlagged };
        return {
          ...answer,
          evidence: sent && describeSentEvidence(sent, beside),
        };
      }),
  };
}

/** A fixed answer stands in the heading, unless a passage or a hit in it has to be shown. */
function isFact({ isFixed, segments }: AnswerForReading): boolean {
  return (
    isFixed &&
    segments.every(({ passageIds, isHit }) => passageIds.length === 0 && !isHit)
  );
}

const consentWords = {
  named: { label: "May be quoted, with the name", colour: "green" },
  "not-named": { label: "May be quoted, without a name", colour: "green" },
  "not-quoted": { label: "Do not quote", colour: "orange" },
} as const satisfies Record<Quoting, object>;

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
    taggedBy: tellTagger(passage),
    taggedAt: formatMoment(passage.taggedAt),
    mayRemove: passage.mayRemove && !isTooLateFor("passages", page.response),
    isShown: shownIds.has(passage.publicId),
    isNotQuoted: page.response.quoting === "not-quoted",
  }));
}
