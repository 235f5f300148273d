import {
  anotherAnswerAddress,
  comeBackAddress,
  formAddress,
  formPlaceAddress,
} from "#app/addresses.ts";
import { allPages, questionsOf } from "#app/domain/calls/asked-pages.ts";
import { type CallFacts, callFacts } from "#app/domain/calls/call-facts.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { Extension } from "#app/domain/calls/extensions.ts";
import { inLanguage, type Language } from "#app/domain/calls/languages.ts";
import { type Care, describeCare } from "./care.ts";
import { type CallOpening, hasClosed } from "#app/domain/calls/opening.ts";
import { type Words, wordsIn } from "#app/words/words.ts";
import { takesFiles } from "#app/domain/calls/question-types/question-types.ts";

/** A call on the first page. */
export type CallCard = {
  /** What the rest of it is said in. */
  language: Language;
  slug: string;
  title: string;
  summary: string;
  opening: CallOpening;
  audience: string | undefined;
  facts: CallFacts;
  /** Not told of a call with few. */
  responseCount: number | undefined;
  /** What came of it, as `Prose`. */
  outcome: string | undefined;
};

/** A call's own page. */
export type CallOverview = CallCard & {
  extensions: Extension[];
  purpose: string;
  whoMayAnswer: string;
  howAnswersAreUsed: string;
  beforeYouStart: string;
  care: Care | undefined;
  pages: AskedPage[];
  takesFiles: boolean;
};

/** What one page of the form asks; a heading where the questions have one above them. */
export type AskedPage = {
  id: string;
  /** Only some people are asked it. */
  isConditional: boolean;
  heading: string | undefined;
  questions: { id: string; label: string; isOptional: boolean }[];
};

export type DescribedCall = Pick<
  Call,
  "id" | "slug" | "definition" | "outcome" | "extensions"
> & {
  opening: CallOpening;
};

/** @param counts how many responses each call has, as the public is told. */
export function describeCallCard(
  { id, slug, definition, outcome, opening }: DescribedCall,
  counts: Map<number, number>,
  language: Language,
): CallCard {
  return {
    language,
    slug,
    title: inLanguage(definition.title, language),
    summary: inLanguage(definition.summary, language),
    opening,
    audience: definition.audience && inLanguage(definition.audience, language),
    facts: callFacts(definition),
    responseCount: counts.get(id),
    outcome: outcome ? inLanguage(outcome, language) : undefined,
  };
}

export function describeCall(
  call: DescribedCall,
  counts: Map<number, number>,
  language: Language,
): CallOverview {
  const { definition } = call;
  return {
    ...describeCallCard(call, counts, language),
    extensions: call.extensions,
    purpose: inLanguage(definition.purpose, language),
    whoMayAnswer: inLanguage(definition.whoMayAnswer, language),
    howAnswersAreUsed: inLanguage(definition.howAnswersAreUsed, language),
    beforeYouStart: inLanguage(definition.beforeYouStart, language),
    care: describeCare(definition, language),
    pages: allPages(definition).map((page) => ({
      id: page.id,
      isConditional: page.showIf !== undefined,
      heading: page.title && inLanguage(page.title, language),
      questions: page.questions.map((question) => ({
        id: question.id,
        label: inLanguage(question.label, language),
        isOptional: !question.required,
      })),
    })),
    takesFiles: questionsOf(definition).some(takesFiles),
  };
}

/** What somebody wants to know of a call before they open it, each a short sentence without its stop. */
export function cardFacts(card: CallCard): string[] {
  const { facts, audience, responseCount } = card;
  const words = wordsIn(card.language);
  return [
    audience,
    facts.minutes && words.facts.minutes(facts.minutes),
    words.facts.who[facts.asksWho],
    responseCount && words.answersSoFar(responseCount),
  ].filter(isTold);
}

export function isTold(fact: string | number | undefined): fact is string {
  return typeof fact === "string" && fact !== "";
}

/** undefined where there is more than a week, or no closing time. */
export function timeLeft({
  opening,
  language,
}: Pick<CallCard, "opening" | "language">): string | undefined {
  return opening.kind === "open-until" && opening.isSoon
    ? wordsIn(language).timeLeft(opening.daysLeft)
    : undefined;
}

type Standing = {
  /** Several drafts of the call lie in this browser: each is in the list. */
  hasSeveral: boolean;
  mayAnswer: boolean;
  draftKeptUntil: string | undefined;
};

/** The box at the head of a call's page: until when, how long, how personal, and the way in. */
export function describeStart(
  overview: CallOverview,
  { mayAnswer, draftKeptUntil, hasSeveral }: Standing,
) {
  const { opening, slug, facts, audience, responseCount, language } = overview;
  const words = wordsIn(language);
  const isOver = hasClosed(opening);
  const count = responseCount && countInWords(responseCount, isOver, words);
  return {
    heading: isOver ? undefined : words.call.startHeading,
    state: words.call.opening(opening),
    timeLeft: timeLeft(overview),
    extended: overview.extensions.map(words.call.extended),
    thanks: isOver ? words.call.closedThanks : undefined,
    facts: (isOver
      ? [count]
      : [
          audience,
          facts.minutes && words.facts.minutes(facts.minutes),
          words.facts.questions(facts),
          words.facts.who[facts.asksWho],
          count,
        ]
    ).filter(isTold),
    way: wayIn(overview, { mayAnswer, draftKeptUntil, hasSeveral }),
    ...(mayAnswer && otherWays(slug, draftKeptUntil !== undefined, words)),
  };
}

/** Beside beginning or going on. */
function otherWays(slug: string, hasDraft: boolean, words: Words) {
  const comeBack = { to: comeBackAddress, label: words.comeBack.link };
  if (!hasDraft) return { comeBack };
  return {
    comeBack,
    remove: {
      to: formPlaceAddress({ slug, draft: undefined }, "delete"),
      label: words.call.deleteDraft,
    },
    another: { to: anotherAnswerAddress(slug), label: words.held.another },
  };
}

const countInWords = (count: number, isOver: boolean, words: Words) =>
  isOver ? words.answersInAll(count) : words.answersSoFar(count);

/** Where whoever reads the page can go on: a button, or a link with what it is for. */
function wayIn(
  { slug, opening, language }: CallOverview,
  { mayAnswer, draftKeptUntil, hasSeveral }: Standing,
) {
  const words = wordsIn(language);
  const { call } = words;
  if (mayAnswer && hasSeveral)
    return {
      to: anotherAnswerAddress(slug),
      label: words.held.another,
      note: undefined,
      isStart: true,
    };
  if (mayAnswer)
    return {
      to: formAddress(slug),
      label: draftKeptUntil ? call.continue : call.start,
      note: draftKeptUntil && call.continueNote(draftKeptUntil),
      isStart: true,
    };
  if (opening.kind === "late-by-code")
    return {
      to: formPlaceAddress({ slug, draft: undefined }, "late"),
      label: call.lateLink,
      note: call.lateNote,
      isStart: false,
    };
  if (draftKeptUntil)
    return {
      to: formPlaceAddress({ slug, draft: undefined }, "draft"),
      label: call.closedDraftLink,
      note: call.closedDraft,
      isStart: false,
    };
  return undefined;
}
