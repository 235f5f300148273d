import { askedPages, questionsOf } from "#app/domain/calls/asked-pages.ts";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import { inLanguage, type Language } from "#app/domain/calls/languages.ts";
import type { CallOpening } from "#app/domain/calls/opening.ts";
import { takesFiles } from "#app/domain/calls/question-types/question-types.ts";

/** A call on the first page. */
export type CallCard = {
  slug: string;
  title: string;
  summary: string;
  opening: CallOpening;
};

/** A call's own page. */
export type CallOverview = CallCard & {
  purpose: string;
  whoMayAnswer: string;
  howAnswersAreUsed: string;
  beforeYouStart: string;
  pages: AskedPage[];
  takesFiles: boolean;
};

/** What one page of the form asks; a heading where the questions have one above them. */
export type AskedPage = {
  id: string;
  heading: string | undefined;
  questions: { id: string; label: string; isOptional: boolean }[];
};

type DescribedCall = { slug: string; definition: CallDefinition };

export function describeCallCard(
  { slug, definition }: DescribedCall,
  opening: CallOpening,
  language: Language,
): CallCard {
  return {
    slug,
    title: inLanguage(definition.title, language),
    summary: inLanguage(definition.summary, language),
    opening,
  };
}

export function describeCall(
  call: DescribedCall,
  opening: CallOpening,
  language: Language,
): CallOverview {
  const { definition } = call;
  return {
    ...describeCallCard(call, opening, language),
    purpose: inLanguage(definition.purpose, language),
    whoMayAnswer: inLanguage(definition.whoMayAnswer, language),
    howAnswersAreUsed: inLanguage(definition.howAnswersAreUsed, language),
    beforeYouStart: inLanguage(definition.beforeYouStart, language),
    pages: askedPages(definition, {}).map((page) => ({
      id: page.id,
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
