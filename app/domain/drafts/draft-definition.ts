import { allPages, questionsOf } from "../calls/asked-pages.ts";
import type { CallDefinition, CallPage } from "../calls/definition.ts";
import type { Question } from "../calls/question-types/question-types.ts";

const never = "asked-no-more";

/** Under which page id a question stands that its page does not ask any more. */
const idOfDropped = (pageId: string) => `${pageId}.${never}`;

/**
 * A definition with what the versions asked that a draft was begun on before,
 * on pages that are never asked: what was typed there is kept and shown, what
 * an old tab sends still is taken, and nothing of it is sent.
 *
 * @param earlier the oldest first.
 */
export function withDroppedPages(
  definition: CallDefinition,
  earlier: CallDefinition[],
): CallDefinition {
  const known = new Set(questionsOf(definition).map(({ id }) => id));
  const pageIds = new Set(allPages(definition).map(({ id }) => id));
  const dropped: CallPage[] = [];
  for (const page of earlier.toReversed().flatMap(allPages)) {
    const questions = page.questions.filter(({ id }) => !known.has(id));
    if (questions.length === 0) continue;
    for (const { id } of questions) known.add(id);
    const id = pageIds.has(page.id) ? idOfDropped(page.id) : page.id;
    pageIds.add(id);
    dropped.push({ ...page, id, questions, showIf: never });
  }
  if (dropped.length === 0) return definition;
  return {
    ...definition,
    conditions: [...definition.conditions, { id: never, rule: { any: [] } }],
    pages: [...allPages(definition), ...dropped],
  };
}

/** What a page does not ask any more, as a form of it may still have it that was open before: nothing of it is required. */
export function droppedFrom(
  definition: CallDefinition,
  pageId: string,
): Question[] {
  const dropped = allPages(definition).find(
    ({ id }) => id === idOfDropped(pageId),
  );
  return (dropped?.questions ?? []).map((one) => ({ ...one, required: false }));
}
