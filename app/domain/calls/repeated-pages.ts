import type { Answers, CallPage } from "./definition.ts";
import { inLanguage, type Language, languages } from "./languages.ts";
import type { AnswerValue } from "./question-types/question-type.ts";
import {
  groupItemIds,
  type RepeatingGroup,
} from "./question-types/repeating-group.ts";
import {
  findGroupQuestion,
  type Question,
} from "./question-types/question-types.ts";

/*
 * Each item of a repeating group is a page like any other, with the group's
 * questions under ids of their own: what saves, keeps, checks, sends and shows
 * the answers of a page needs to know nothing of groups (docs/decisions/291).
 */

/** No id of a definition has an underscore: an item's never meets another's. */
function idInItem(id: string, itemId: string): string {
  return `${id}_${itemId}`;
}

const itemKey = /^([a-z][a-z0-9-]*)_([1-9]\d{0,2})$/;

const made = new WeakMap<CallPage, Map<string, CallPage>>();
/** Of one group: more than are answered at one time, and few enough to be held. */
const mostMade = 500;

/** The pages of a form with those of the items that the answers name, each group's behind its own page. */
export function withItemPages(pages: CallPage[], answers: Answers): CallPage[] {
  if (!pages.some(({ questions }) => findGroupQuestion(questions)))
    return pages;
  return pages.flatMap((page) => {
    const group = findGroupQuestion(page.questions);
    if (!group) return [page];
    const { droppedItems } = page;
    const items = itemPages(page, group, answers);
    if (!droppedItems) return [page, ...items];
    const ofItems = groupWithDropped(page, group);
    return [page, ...items, ...itemPages(droppedItems, ofItems, answers)];
  });
}

/** The pages of a group's items, with those questions of it that its page asks. */
function itemPages(
  page: CallPage,
  group: RepeatingGroup,
  answers: Answers,
): CallPage[] {
  const asks = findGroupQuestion(page.questions) ?? group;
  return itemIds(group, answers).map((id, at) =>
    itemPage(page, asks, id, at + 1),
  );
}

/** A group with what earlier versions asked of its items besides. */
export function groupWithDropped(
  { droppedItems }: CallPage,
  group: RepeatingGroup,
): RepeatingGroup {
  const dropped = findGroupQuestion(droppedItems?.questions ?? []);
  if (!dropped) return group;
  return { ...group, questions: [...group.questions, ...dropped.questions] };
}

/** What earlier versions asked of an item besides, under its ids; nothing of a page that is no item's. */
export function droppedOfItem(
  pages: CallPage[],
  { itemOf }: CallPage,
): Question[] {
  const list = pages.find(({ id }) => id === itemOf?.pageId)?.droppedItems;
  const dropped = list && findGroupQuestion(list.questions);
  if (!itemOf || !dropped) return [];
  return itemPage(list, dropped, itemOf.itemId, itemOf.number).questions;
}

/** The id that a question has in its definition, also where it is asked of an item. */
export function idInDefinition({
  page: { itemOf },
  question: { id },
}: {
  page: CallPage;
  question: Question;
}): string {
  return itemOf ? id.slice(0, id.length - itemOf.itemId.length - 1) : id;
}

/** Those of the list, in its order, and behind them those of which it has lost its line: their answers are there. */
function itemIds(group: RepeatingGroup, answers: Answers): string[] {
  const members = new Set(group.questions.map(({ id }) => id));
  const answered = Object.keys(answers).flatMap((key) => {
    if (answers[key] === undefined) return [];
    const [, member = "", itemId] = itemKey.exec(key) ?? [];
    return itemId !== undefined && members.has(member) ? [itemId] : [];
  });
  return [...new Set([...groupItemIds(answers[group.id]), ...answered])];
}

/** One object for one item: pages are compared as such, and what is made of them is kept by them. */
function itemPage(
  page: CallPage,
  group: RepeatingGroup,
  itemId: string,
  number: number,
): CallPage {
  const ofPage = made.get(page) ?? new Map<string, CallPage>();
  made.set(page, ofPage);
  const key = `${itemId}:${number}`;
  const known = ofPage.get(key);
  if (known) return known;
  const { itemName, questions } = group;
  const { id: pageId, section, showIf } = page;
  const numbered = languages.flatMap((language) =>
    itemName[language] === undefined
      ? []
      : [[language, `${itemName[language]} ${number}`]],
  );
  const item: CallPage = {
    ...{ section, showIf, id: idInItem(pageId, itemId) },
    title: { en: itemName.en, ...Object.fromEntries(numbered) },
    questions: questions.map((one) => ({
      ...one,
      id: idInItem(one.id, itemId),
    })),
    itemOf: { pageId, itemId, number, itemName },
  };
  if (ofPage.size >= mostMade) ofPage.clear();
  ofPage.set(key, item);
  return item;
}

/**
 * The page of an item that is not in the list: it comes into it when it is
 * saved. Undefined where the id is none of an item's, or the list is full.
 */
export function findNewItemPage(
  pages: CallPage[],
  answers: Answers,
  pageId: string,
): CallPage | undefined {
  const [, listId, itemId = ""] = itemKey.exec(pageId) ?? [];
  const page = pages.find(({ id }) => id === listId);
  const group = page && findGroupQuestion(page.questions);
  if (!group) return undefined;
  const count = groupItemIds(answers[group.id]).length;
  return count < group.max
    ? itemPage(page, group, itemId, count + 1)
    : undefined;
}

/** Ids have up to three digits. */
const mostIds = 999;

/** In a form that adds an item, whatever its id is to be. */
const idInForm = "new";

/** The questions that are asked of one more item, as the page of it. */
export function pageOfAnother(
  page: CallPage,
  group: RepeatingGroup,
  number: number,
): CallPage {
  return itemPage(page, group, idInForm, number);
}

/** What was answered there, as the answers of the item that it becomes. */
export function answersOfAnother(
  group: RepeatingGroup,
  itemId: string,
  answers: Answers,
): Answers {
  return Object.fromEntries(
    group.questions.map(({ id }) => [
      idInItem(id, itemId),
      answers[idInItem(id, idInForm)],
    ]),
  );
}

/** The items that ever were, by what was ever answered. */
export function everyItemId(
  group: RepeatingGroup,
  answered: [questionId: string, value: AnswerValue | undefined][],
): string[] {
  return answered.flatMap(([id, value]) =>
    itemIds(group, { [id]: value ?? "" }),
  );
}

/**
 * An id for another item: by chance, so that two tabs do not write one item,
 * and never that of one that was there before.
 *
 * @param chance any whole number.
 */
export function idOfNewItem(
  pageId: string,
  known: { items: string[]; pageVersions: Record<string, number> },
  chance: number,
): string {
  const isTaken = (id: string) =>
    known.items.includes(id) || idInItem(pageId, id) in known.pageVersions;
  for (let step = 0; step < mostIds; step += 1) {
    const id = String(((chance + step) % mostIds) + 1);
    if (!isTaken(id)) return id;
  }
  return "1";
}

/** The ids under which a group's questions are answered for one item. */
export function questionIdsOfItem(
  group: RepeatingGroup,
  itemId: string,
): string[] {
  return group.questions.map(({ id }) => idInItem(id, itemId));
}

/** The page of one item. */
export function itemPageId(pageId: string, itemId: string): string {
  return idInItem(pageId, itemId);
}

/** A question's label where other questions stand beside it: for one of an item, with the item. */
export function labelBeside(
  { page, question }: { page: CallPage; question: Question },
  language: Language,
): string {
  const label = inLanguage(question.label, language);
  if (!page.itemOf || !page.title) return label;
  return `${inLanguage(page.title, language)}: ${label}`;
}
