import { allPages, questionsOf } from "../calls/asked-pages.ts";
import type { CallDefinition, CallPage } from "../calls/definition.ts";
import {
  findGroupQuestion,
  type Question,
} from "../calls/question-types/question-types.ts";
import type { RepeatingGroup } from "../calls/question-types/repeating-group.ts";
import { droppedOfItem } from "../calls/repeated-pages.ts";

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
  const ofItems = droppedMembers(definition, earlier);
  const dropped: CallPage[] = [];
  for (const page of earlier.toReversed().flatMap(allPages)) {
    const questions = page.questions.filter(({ id }) => !known.has(id));
    if (questions.length === 0) continue;
    for (const { id } of questions) known.add(id);
    const id = pageIds.has(page.id) ? idOfDropped(page.id) : page.id;
    pageIds.add(id);
    dropped.push({ ...page, id, questions, showIf: never });
  }
  if (dropped.length === 0 && ofItems.size === 0) return definition;
  const pages = allPages(definition).map((page) => withMembers(page, ofItems));
  return {
    ...definition,
    conditions: [...definition.conditions, { id: never, rule: { any: [] } }],
    pages: [...pages, ...dropped],
  };
}

type Members = RepeatingGroup["questions"];

/** What a group that is still asked does not ask of its items any more, by the group's id. */
function droppedMembers(
  definition: CallDefinition,
  earlier: CallDefinition[],
): Map<string, Members> {
  const dropped = new Map<string, Members>();
  for (const group of groupsOf(definition)) {
    const known = new Set(group.questions.map(({ id }) => id));
    const besides = earlier
      .toReversed()
      .flatMap((one) => groupsOf(one).filter(({ id }) => id === group.id))
      .flatMap(({ questions }) => questions)
      .filter(({ id }) => !known.has(id) && known.add(id));
    if (besides.length > 0) dropped.set(group.id, besides);
  }
  return dropped;
}

const groupsOf = (definition: CallDefinition): RepeatingGroup[] =>
  allPages(definition).flatMap(
    ({ questions }) => findGroupQuestion(questions) ?? [],
  );

function withMembers(page: CallPage, ofItems: Map<string, Members>): CallPage {
  const group = findGroupQuestion(page.questions);
  const questions = group && ofItems.get(group.id);
  if (!questions) return page;
  const droppedItems = {
    ...{ ...page, id: idOfDropped(page.id), showIf: never },
    questions: [{ ...group, questions }],
  };
  return { ...page, droppedItems };
}

/** What a page does not ask any more, as a form of it may still have it that was open before: nothing of it is required. */
export function droppedFrom(
  definition: CallDefinition,
  page: CallPage,
): Question[] {
  const pages = allPages(definition);
  const dropped = pages.find(({ id }) => id === idOfDropped(page.id));
  return [...(dropped?.questions ?? []), ...droppedOfItem(pages, page)].map(
    (one) => ({ ...one, required: false }),
  );
}
