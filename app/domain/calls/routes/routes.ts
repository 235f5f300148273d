import { type AskedForm, askedPages } from "../asked-pages.ts";
import type { Answers, CallDefinition, CallPage } from "../definition.ts";
import { parsePage } from "../parse-page.ts";
import type { AnswerValue, Reading } from "../question-types/question-type.ts";
import { withItemPages } from "../repeated-pages.ts";
import { askedInAll, hasBit } from "./asked-in-all.ts";
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
  | {
      kind: "checked";
      /** How many there are; `routes` may be some of them. */
      total: number;
      /** Of the lists of `perPage`, from 1. */
      page: number;
      routes: Route[];
    }
  /** There are more combinations than are tried, and nothing is promised. */
  | { kind: "not-checked" };

/** A way as it is found: a combination that leads along it, and of each open page whether it is asked ("1" or "0"). */
export type Way = { nth: number; asked: string };

export type FoundWays =
  | {
      kind: "checked";
      tried: Tried[];
      /** The pages that somebody may not be asked, and those that decide it; everybody is asked the others. */
      open: CallPage[];
      ways: Way[];
    }
  | { kind: "not-checked" };

/** Every way through a form, each once, by trying all combinations of what its rules tell apart. */
export function findWays(definition: AskedForm): FoundWays {
  const tried = triedIn(definition);
  const count = countCombinations(tried);
  if (count > mostTried) return { kind: "not-checked" };
  const deciding = new Set(tried.map(({ question }) => question));
  const open = definition.pages.filter(
    ({ showIf, questions }) =>
      showIf !== undefined || questions.some((one) => deciding.has(one)),
  );
  const { conditions } = definition;
  const columns = askedInAll({ pages: open, conditions }, tried);
  const found = new Map<string, Way>();
  for (let nth = 0; nth < count; nth += 1) {
    let asked = "";
    for (const column of columns) asked += hasBit(column, nth) ? "1" : "0";
    if (!found.has(asked)) found.set(asked, { nth, asked });
  }
  return { kind: "checked", tried, open, ways: [...found.values()] };
}

/** Ways as they are told, each with its pages and what decides it: all of them, or one list of so many. */
export function listRoutes(
  { definition, found }: { definition: AskedForm; found: FoundWays },
  today: string,
  { page, perPage }: { page: number; perPage: number } = {
    ...{ page: 1, perPage: mostTried },
  },
): FoundRoutes {
  if (found.kind === "not-checked") return found;
  const total = found.ways.length;
  const last = Math.max(1, Math.ceil(total / perPage));
  const shown = Math.min(Math.max(Math.trunc(page), 1), last);
  return {
    ...{ kind: "checked", total, page: shown },
    routes: found.ways
      .slice((shown - 1) * perPage, shown * perPage)
      .map((way) => routeOf(way, { definition, found }, today)),
  };
}

type Checked = {
  definition: AskedForm;
  found: Extract<FoundWays, { kind: "checked" }>;
};

/** A way with its pages, and what decides it. */
export function routeOf(
  { nth, asked }: Way,
  { definition, found: { open, tried } }: Checked,
  today: string,
): Route {
  const hidden = new Set(open.filter((_page, at) => asked[at] === "0"));
  const pages = definition.pages.filter((page) => !hidden.has(page));
  const typed = asTyped(tried, nthCombination(tried, nth), today);
  return {
    nth,
    pageIds: pages.map(({ id }) => id),
    because: reasonsOf(pages, tried, typed),
  };
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
  definition: AskedForm,
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
  { pages }: Pick<CallDefinition, "pages">,
  reading: Reading,
): RefusedSample[] {
  const { today } = reading;
  const all: Answers = {};
  for (const { questions } of pages)
    for (const question of questions)
      Object.assign(all, sampleAnswersOf(question, today));
  return withItemPages(pages, all).flatMap((page) => {
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
