import { askedPages } from "../asked-pages.ts";
import type { Answers, CallDefinition, CallPage } from "../definition.ts";
import { parsePage } from "../parse-page.ts";
import type { AnswerValue, Reading } from "../question-types/question-type.ts";
import { withItemPages } from "../repeated-pages.ts";
import {
  asTyped,
  countCombinations,
  mostTried,
  nthCombination,
  type Tried,
  triedIn,
} from "./combinations.ts";
import { sampleAnswersOf } from "../question-types/sample-answers.ts";

/** One way through a form, and somebody who takes it. */
export type Route = {
  /** The combination of answers that leads along it, by its number: it opens a preview as that person. */
  nth: number;
  /** In order. */
  pageIds: string[];
  /** What decides the way, of what is asked on it; undefined where it is left empty. */
  because: { questionId: string; answer: AnswerValue | undefined }[];
};

export type FoundRoutes =
  | { kind: "checked"; routes: Route[] }
  /** There are more combinations than are tried, and nothing is promised. */
  | { kind: "not-checked" };

/** Every way through a form, each once, by trying all combinations of what its rules tell apart. */
export function findRoutes(
  definition: CallDefinition,
  today: string,
): FoundRoutes {
  const tried = triedIn(definition);
  const count = countCombinations(tried);
  if (count > mostTried) return { kind: "not-checked" };
  // Everybody is asked the others, and they decide nothing.
  const isOpen = (page: CallPage) =>
    page.showIf !== undefined ||
    tried.some(({ question }) => page.questions.includes(question));
  const open = { ...definition, pages: definition.pages.filter(isOpen) };
  const found = new Map<string, Route>();
  for (let nth = 0; nth < count; nth += 1) {
    const combination = nthCombination(tried, nth);
    const asked = new Set(askedPages(open, combination));
    const way = open.pages.map((page) => (asked.has(page) ? 1 : 0)).join("");
    if (found.has(way)) continue;
    const pages = definition.pages.filter(
      (page) => page.showIf === undefined || asked.has(page),
    );
    found.set(way, {
      nth,
      pageIds: pages.map(({ id }) => id),
      because: reasonsOf(pages, tried, asTyped(tried, combination, today)),
    });
  }
  return { kind: "checked", routes: [...found.values()] };
}

function reasonsOf(pages: CallPage[], tried: Tried[], typed: Answers) {
  const asked = new Set(
    pages.flatMap(({ questions }) => questions.map(({ id }) => id)),
  );
  return tried
    .filter(({ question }) => asked.has(question.id))
    .map(({ question: { id } }) => ({ questionId: id, answer: typed[id] }));
}

/**
 * The answers of somebody who takes the way of a combination: to every question
 * that is asked there, the required ones and the others, within their limits.
 *
 * @param nth of a combination; a number that is none begins anew from 0.
 */
export function samplePerson(
  definition: CallDefinition,
  nth: number,
  today: string,
): Answers {
  const tried = triedIn(definition);
  const count = Math.min(countCombinations(tried), mostTried);
  const combination = nthCombination(tried, nth % count);
  const chosen = asTyped(tried, combination, today);
  const pages = askedPages(definition, combination);
  const answers: Answers = {};
  for (const { questions } of pages)
    for (const question of questions)
      Object.assign(answers, sampleAnswersOf(question, today));
  for (const { question } of tried)
    if (question.id in answers) answers[question.id] = chosen[question.id];
  return answers;
}

/** A question whose own page does not take an answer that was made up for it: nobody could go on. */
export type RefusedSample = { pageId: string; questionId: string };

/**
 * Answers each page as a made-up person would, and hands it to the very reading
 * that a sent page meets. Each question is judged by itself there, so that what
 * holds for each answer that rules tell apart holds for every way.
 */
export function refusedSamples(
  definition: CallDefinition,
  reading: Reading,
): RefusedSample[] {
  const { today } = reading;
  const all: Answers = {};
  for (const { questions } of definition.pages)
    for (const question of questions)
      Object.assign(all, sampleAnswersOf(question, today));
  return withItemPages(definition.pages, all).flatMap((page) => {
    const { problems } = parsePage(page, all, reading);
    const listed = page.itemOf?.pageId ?? page.id;
    return page.questions
      .filter(({ id }) => problems[id] !== undefined)
      .map(({ id }) => ({
        pageId: listed,
        questionId: id.replace(/_\d+$/, ""),
      }));
  });
}
