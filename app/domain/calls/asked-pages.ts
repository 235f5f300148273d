import { comparisonsOf, holdsCondition } from "./conditions.ts";
import type { Answers, CallDefinition, CallPage } from "./definition.ts";
import { inLanguage, type Language } from "./languages.ts";
import { findNewItemPage, withItemPages } from "./repeated-pages.ts";
import {
  findGroupQuestion,
  holdsComparison,
  type Question,
  takesFiles,
} from "./question-types/question-types.ts";
import { ownValue } from "../text/own-value.ts";

/** Of a definition what says who is asked which pages. */
export type AskedForm = Pick<CallDefinition, "pages" | "conditions">;

/** That alone as JSON: what a call says of itself beside it may change. */
export function writeAskedForm({ pages, conditions }: AskedForm): string {
  return JSON.stringify({ pages, conditions });
}

/**
 * The pages that somebody with these answers is asked, in order: the only walk
 * over the pages of a form. What is not asked is neither checked nor sent. A
 * condition looks at the answers of pages that are asked, and of no others, so
 * that what is hidden hides and shows nothing.
 */
export function askedPages(
  definition: AskedForm,
  answers: Answers,
): CallPage[] {
  const { conditions } = definition;
  const pages = withItemPages(definition.pages, answers);
  if (conditions.length === 0) return pages;
  const asked: CallPage[] = [];
  const known = new Map<string, Question>();
  for (const page of pages) {
    const condition = conditions.find(({ id }) => id === page.showIf);
    const isAsked =
      !condition ||
      holdsCondition(condition, conditions, (comparison) => {
        const question = known.get(comparison.question);
        const answer = question && ownValue(answers, question.id);
        return holdsComparison(comparison, question, answer);
      });
    if (!isAsked) continue;
    asked.push(page);
    for (const question of page.questions) known.set(question.id, question);
  }
  return asked;
}

export type AskedQuestion = { page: CallPage; question: Question };

/** The questions of those pages, each with the page that it stands on. */
export function askedQuestions(
  definition: CallDefinition,
  answers: Answers,
): AskedQuestion[] {
  return questionsOn(askedPages(definition, answers));
}

function questionsOn(pages: CallPage[]): AskedQuestion[] {
  return pages.flatMap((page) =>
    page.questions.map((question) => ({ page, question })),
  );
}

/**
 * A page with those that are asked beside it, in a task list those of its own
 * section, and beside the page of an item the list of items; undefined where the form has none
 * of that id. One that is not asked is found too: somebody may have been on it
 * when an answer elsewhere took it away, and what they typed there is kept.
 */
export function findPage(
  definition: CallDefinition,
  answers: Answers,
  pageId: string,
) {
  const pages = withItemPages(definition.pages, answers);
  const at = pages.findIndex(({ id }) => id === pageId);
  const page = pages[at] ?? findNewItemPage(pages, answers, pageId);
  if (!page) return undefined;
  const asked = askedPages(definition, answers);
  const { itemOf } = page;
  if (itemOf) {
    const list = pages.find(({ id }) => id === itemOf.pageId);
    const isAsked = list !== undefined && asked.includes(list);
    return { page, isAsked, previous: list, next: list, later: [] };
  }
  const isAsked = asked.includes(page);
  const inLine = asked.filter(({ itemOf }) => !itemOf);
  const beside =
    definition.navigation === "task-list"
      ? inLine.filter(({ section }) => section === page.section)
      : inLine;
  return {
    page,
    isAsked,
    previous: beside.findLast((one) => pages.indexOf(one) < at),
    next: beside.find((one) => pages.indexOf(one) > at),
    /** Those that are asked after it, also in other sections. */
    later: inLine.filter((one) => pages.indexOf(one) > at),
  };
}

/** How far a page is from the end, as far as the answers before it say. */
export type Progress = {
  /** From 1, among the pages that are asked. */
  position: number;
  /** How many are asked in all: the two are the same where nothing ahead decides it. */
  least: number;
  most: number;
  /** Each page is one question, so that its number is the question's. */
  isByQuestion: boolean;
};

/** Where a page stands that is asked. What hangs on an answer of this page or a later one is counted as open. */
export function progressOf(
  definition: CallDefinition,
  answers: Answers,
  page: CallPage,
): Progress {
  const { pages, conditions } = definition;
  const asked = askedPages(definition, answers).filter(({ itemOf }) => !itemOf);
  const { itemOf } = page;
  const isThis = ({ id }: CallPage) => id === (itemOf?.pageId ?? page.id);
  const position = asked.findIndex(isThis) + 1;
  const at = pages.findIndex(isThis);
  const known = new Set(
    questionsOn(pages.slice(0, at)).map(({ question }) => question.id),
  );
  const isOpen = ({ showIf = "" }: CallPage) =>
    comparisonsOf(showIf, conditions).some(
      ({ question }) => !known.has(question),
    );
  const later = pages.slice(at + 1);
  const open = later.filter(isOpen).length;
  const settled = later.filter((one) => asked.includes(one) && !isOpen(one));
  const least = position + settled.length;
  return {
    ...{ position, least, most: least + open },
    isByQuestion: pages.every(({ questions }) => questions.length === 1),
  };
}

/** The section of a task list that a page belongs to; undefined where the form is none. */
export function sectionOf(definition: CallDefinition, page: CallPage) {
  return definition.navigation === "task-list"
    ? definition.sections.find(({ id }) => id === page.section)
    : undefined;
}

/** Every page of a form, whoever is asked it: for what tells of a form beforehand. */
export function allPages(definition: CallDefinition): CallPage[] {
  return definition.pages;
}

/**
 * Every question of a form, whoever is asked it: for what came by other
 * channels, and for what is stored.
 *
 * @param answers name the items whose questions are asked again; without them those are not among the questions.
 */
export function questionsOf(
  definition: CallDefinition,
  answers: Answers = {},
): Question[] {
  return everyQuestion(definition, answers).map(({ question }) => question);
}

/** Under which question files stand that came by another channel: the call's own for files, where it has one. */
export function questionIdOfFiles(definition: CallDefinition): string {
  return questionsOf(definition).find(takesFiles)?.id ?? "scan";
}

/** The same, each with the page that it stands on. */
export function everyQuestion(
  definition: CallDefinition,
  answers: Answers,
): AskedQuestion[] {
  return questionsOn(withItemPages(definition.pages, answers));
}

/** What a question is called of an item that is not there any more: without its number, which another may have by now. */
export function labelOfGone(
  definition: CallDefinition,
  id: string,
  language: Language,
): string {
  const [gone] = everyQuestion(definition, { [id]: "" }).filter(
    ({ question }) => question.id === id,
  );
  if (!gone) return id;
  const label = inLanguage(gone.question.label, language);
  const { itemOf } = gone.page;
  return itemOf ? `${inLanguage(itemOf.itemName, language)}: ${label}` : label;
}

/** A question that is not asked, with those whose answers are the reason. */
export type UnaskedQuestion = AskedQuestion & { because: Question[] };

/** The questions that somebody with these answers is not asked. */
export function unaskedQuestions(
  definition: CallDefinition,
  answers: Answers,
): UnaskedQuestion[] {
  const asked = new Set(askedPages(definition, answers));
  const pages = withItemPages(definition.pages, answers);
  const unasked = pages.filter((page) => !asked.has(page));
  return questionsOn(unasked).map((one) => ({
    ...one,
    because: reasonsFor(one.page, definition, asked),
  }));
}

/** Where the reason is itself not asked, its own reasons: what a person can see and change. */
function reasonsFor(
  page: CallPage,
  definition: CallDefinition,
  asked: ReadonlySet<CallPage>,
): Question[] {
  const { conditions, pages } = definition;
  const questions = comparisonsOf(page.showIf ?? "", conditions).flatMap(
    ({ question: id }) => {
      const found = questionsOn(pages).find((one) => one.question.id === id);
      if (!found) return [];
      return asked.has(found.page)
        ? [found.question]
        : reasonsFor(found.page, definition, asked);
    },
  );
  return [...new Set(questions)];
}

/** Whether a form has questions that are asked again for each of several things. */
export function asksAgain({ pages }: CallDefinition): boolean {
  return pages.some(({ questions }) => findGroupQuestion(questions));
}

/** The pages of the items in the list of a page, in its order. */
export function itemPagesOf(
  definition: CallDefinition,
  answers: Answers,
  pageId: string,
): CallPage[] {
  return withItemPages(definition.pages, answers).filter(
    ({ itemOf }) => itemOf?.pageId === pageId,
  );
}
