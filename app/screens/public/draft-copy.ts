import { formPlaceAddress } from "#app/addresses.ts";
import { describeAttachment } from "#app/domain/attachments/attachments.ts";
import { type CallWords, inLanguage } from "#app/domain/calls/languages.ts";
import type { CallOpening } from "#app/domain/calls/opening.ts";
import type { AnsweredCall, Answering } from "#app/domain/drafts/answering.ts";
import { draftUntil } from "#app/domain/drafts/draft-until.ts";
import type {
  DraftAnswer,
  UnaskedAnswer,
} from "#app/domain/drafts/draft-answers.ts";
import type { Draft } from "#app/domain/drafts/drafts.ts";
import { type Words, wordsIn } from "#app/words/words.ts";
import { describeUnasked } from "./check-answers.ts";

type ReadOver = {
  call: AnsweredCall & { slug: string; definition: { title: CallWords } };
  opening: CallOpening;
  answering: Answering;
  draft: Draft;
  answers: DraftAnswer[];
  unasked: UnaskedAnswer[];
  now: Date;
  /** A form that came after the closing was saved, and led here. */
  wasJustSaved: boolean;
};

/** A draft to read and print; where the call has closed, what is left of it. */
export function describeDraftCopy(read: ReadOver) {
  const { call, answering, draft, answers } = read;
  const words = wordsIn(draft.language);
  return {
    heading: words.draft.heading,
    callTitle: inLanguage(call.definition.title, draft.language),
    slug: call.slug,
    draftMark: draft.publicId,
    deletePath: formPlaceAddress(
      { slug: call.slug, draft: draft.publicId },
      "delete",
    ),
    mayGoOn: answering.ok,
    notes: [
      ...notesOf(read, words),
      words.until(draftUntil(call, draft, read.now)),
    ],
    answers: answers.map(({ files, ...answer }) => ({
      ...answer,
      files: files.map(describeAttachment),
    })),
    unasked: describeUnasked(read.unasked, draft.language),
    language: draft.language,
  };
}

/** Where these answers stand, and why they cannot be sent. */
function notesOf(
  { opening, answering, wasJustSaved }: ReadOver,
  words: Words,
): string[] {
  if (answering.ok) return [words.draft.openNote];
  if (answering.reason === "code-used")
    return [words.draft.codeUsed, words.draft.codeUsedAdvice];
  return [
    ...(wasJustSaved ? [words.draft.closedMeanwhile] : []),
    words.draft.closedNote(words.opening(opening)),
    words.draft.closedAdvice,
  ];
}
