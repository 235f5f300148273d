import type { Answers, CallDefinition, CallPage } from "./definition.ts";
import type { Question } from "./question-types/question-types.ts";

/**
 * The pages that somebody with these answers is asked, in order: the only walk
 * over the pages of a form. What is not asked is neither shown nor checked nor
 * sent. So far every page is asked of everybody.
 */
export function askedPages(
  definition: CallDefinition,
  _answers: Answers,
): CallPage[] {
  return definition.pages;
}

export type AskedQuestion = { page: CallPage; question: Question };

/** The questions of those pages, each with the page that it stands on. */
export function askedQuestions(
  definition: CallDefinition,
  answers: Answers,
): AskedQuestion[] {
  return askedPages(definition, answers).flatMap((page) =>
    page.questions.map((question) => ({ page, question })),
  );
}

/** A page among those that are asked, with the ones beside it; undefined where it is not asked. */
export function findAskedPage(
  definition: CallDefinition,
  answers: Answers,
  pageId: string,
) {
  const pages = askedPages(definition, answers);
  const index = pages.findIndex((page) => page.id === pageId);
  const page = pages[index];
  return page && { page, previous: pages[index - 1], next: pages[index + 1] };
}

/** Every question of a form, whoever is asked it: for what came by other channels, and for what is stored. */
export function questionsOf(definition: CallDefinition): Question[] {
  return definition.pages.flatMap((page) => page.questions);
}
