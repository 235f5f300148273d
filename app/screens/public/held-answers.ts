import {
  anotherAnswerAddress,
  anotherDraft,
  formAddress,
  formPlaceAddress,
} from "#app/addresses.ts";
import {
  type CallWords,
  inLanguage,
  type Language,
} from "#app/domain/calls/languages.ts";
import { type CallOpening, takesAnswers } from "#app/domain/calls/opening.ts";
import type { AnsweredCall, Answering } from "#app/domain/drafts/answering.ts";
import { draftUntil } from "#app/domain/drafts/draft-until.ts";
import type { DraftHead } from "#app/domain/drafts/drafts.ts";
import type { ShownReceipt } from "#app/domain/drafts/sent-drafts.server.ts";
import { type Words, wordsIn } from "#app/words/words.ts";

type OfCall = AnsweredCall & {
  id: number;
  slug: string;
  definition: { title: CallWords };
};

type HeldDraft = { call: OfCall; draft: DraftHead; answering: Answering };

/** What a browser holds of one call, or of all of them. */
export type HeldAnswers = {
  now: Date;
  drafts: HeldDraft[];
  receipts: (ShownReceipt & { call: OfCall })[];
};

/** One of a browser's answers: what tells it from the others, and where it leads. */
export type HeldLine = {
  id: string;
  title: string;
  lines: string[];
  links: { to: string; label: string }[];
};

/** Answers that are not sent, the newest last, and receipts that can still be seen, the newest first. */
export function describeHeldAnswers(held: HeldAnswers, language: Language) {
  const said = { language, words: wordsIn(language) };
  return {
    drafts: held.drafts.map((one) =>
      describeDraft(one, placeAmong(one, held.drafts), {
        ...said,
        now: held.now,
      }),
    ),
    receipts: held.receipts.map((one) => describeReceipt(one, said)),
  };
}

/** On the page of a call, which says of a single draft itself that it is there. */
export function describeHeldOnCall(held: HeldAnswers, language: Language) {
  const { drafts, receipts } = describeHeldAnswers(held, language);
  return { drafts: drafts.length > 1 ? drafts : [], receipts };
}

/** Which of several of one call it is; undefined where there is one. */
function placeAmong({ call, draft }: HeldDraft, drafts: HeldDraft[]) {
  const ofCall = drafts.filter((one) => one.call.id === call.id);
  if (ofCall.length === 1) return undefined;
  const place = ofCall.findIndex((one) => one.draft.id === draft.id) + 1;
  return { place, of: ofCall.length };
}

type Said = { language: Language; words: Words };

function describeDraft(
  { call, draft, answering }: HeldDraft,
  place: ReturnType<typeof placeAmong>,
  { language, words, now }: Said & { now: Date },
): HeldLine {
  const answer = { slug: call.slug, draft: draft.publicId };
  const { time } = words.times;
  const open = answering.ok
    ? { to: formAddress(call.slug, draft.publicId), label: words.held.continue }
    : { to: formPlaceAddress(answer, "draft"), label: words.held.read };
  const needsCode = !answering.ok && answering.reason !== "closed";
  return {
    id: draft.publicId,
    title: inLanguage(call.definition.title, language),
    lines: [
      ...(place ? [words.held.place(place, time(draft.startedAt))] : []),
      words.held.saved(time(draft.updatedAt)),
      words.until(draftUntil(call, draft, now)),
    ],
    links: [
      open,
      ...(needsCode
        ? [{ to: formPlaceAddress(answer, "late"), label: words.call.lateLink }]
        : []),
      { to: formPlaceAddress(answer, "delete"), label: words.held.delete },
    ],
  };
}

function describeReceipt(
  { call, publicId, sentAt, visibleUntil }: HeldAnswers["receipts"][number],
  { language, words }: Said,
): HeldLine {
  const { time } = words.times;
  const answer = { slug: call.slug, draft: publicId };
  return {
    id: publicId,
    title: inLanguage(call.definition.title, language),
    lines: [
      words.held.sent(time(sentAt)),
      words.held.visible(time(visibleUntil)),
    ],
    links: [
      { to: formPlaceAddress(answer, "sent"), label: words.held.receipt },
    ],
  };
}

/** The page of all of a browser's answers to one call, and the way to others. */
export function describeHeldPage({
  call,
  opening,
  held,
  language,
}: {
  call: OfCall;
  opening: CallOpening;
  held: HeldAnswers;
  language: Language;
}) {
  return {
    callTitle: inLanguage(call.definition.title, language),
    another: wayToAnother(call, opening, wordsIn(language)),
    ...describeHeldAnswers(held, language),
  };
}

function wayToAnother({ slug }: OfCall, opening: CallOpening, words: Words) {
  if (takesAnswers(opening))
    return { to: anotherAnswerAddress(slug), label: words.held.another };
  if (opening.kind !== "late-by-code") return undefined;
  const answer = { slug, draft: anotherDraft };
  return {
    to: formPlaceAddress(answer, "late"),
    label: words.held.anotherLate,
  };
}
