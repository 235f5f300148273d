import { askedPages } from "./asked-pages.ts";
import { type Comparison, comparisonsOf } from "./conditions.ts";
import type { Answers, CallDefinition, CallPage } from "./definition.ts";
import {
  type Question,
  triedAnswers,
} from "./question-types/question-types.ts";

/** More combinations than this are not tried. */
export const mostTried = 4_096;

/** What can be said of a page with a condition by trying all that its rules look at. */
export type Reach = {
  pageId: string;
  conditionId: string;
  /** What the answer hangs on, in the order of the form. */
  questionIds: string[];
  reach: "never" | "always" | "sometimes" | "not-checked";
};

/**
 * Tries for each page that stands under a condition every combination of the
 * answers that its rules can tell apart, as somebody could give them: a required
 * question is answered where it is asked, and what is hidden is not looked at.
 */
export function reachOfPages(definition: CallDefinition): Reach[] {
  return definition.pages.flatMap((page) =>
    page.showIf === undefined ? [] : [reachOf(definition, page, page.showIf)],
  );
}

function reachOf(
  definition: CallDefinition,
  { id: pageId }: CallPage,
  conditionId: string,
): Reach {
  const { questions, comparisons } = looksAt(definition, pageId);
  const questionIds = questions.map(({ id }) => id);
  const choices = questions.map((question) => ({
    id: question.id,
    values: triedAnswers(
      question,
      comparisons.filter((one) => one.question === question.id),
    ),
  }));
  const count = choices.reduce((all, { values }) => all * values.length, 1);
  const told = { pageId, conditionId, questionIds };
  if (count > mostTried) return { ...told, reach: "not-checked" };
  const found = new Set<boolean>();
  for (let nth = 0; nth < count && found.size < 2; nth += 1) {
    const asked = askedPages(definition, nthCombination(choices, nth));
    found.add(asked.some(({ id }) => id === pageId));
  }
  if (found.size === 2) return { ...told, reach: "sometimes" };
  return { ...told, reach: found.has(true) ? "always" : "never" };
}

type Tried = { id: string; values: (Answers[string] | undefined)[] }[];

function nthCombination(choices: Tried, nth: number): Answers {
  const answers: Answers = {};
  let rest = nth;
  for (const { id, values } of choices) {
    answers[id] = values[rest % values.length];
    rest = Math.floor(rest / values.length);
  }
  return answers;
}

/** The questions that a page hangs on, also through the pages that those stand on, and what is asked of them. */
function looksAt(
  { pages, conditions }: CallDefinition,
  pageId: string,
): { questions: Question[]; comparisons: Comparison[] } {
  const seen = new Set<string>();
  const comparisons: Comparison[] = [];
  const follow = (page: CallPage | undefined) => {
    if (!page || page.showIf === undefined || seen.has(page.id)) return;
    seen.add(page.id);
    const own = comparisonsOf(page.showIf, conditions);
    comparisons.push(...own);
    for (const { question } of own)
      follow(pages.find((one) => one.questions.some((q) => q.id === question)));
  };
  follow(pages.find(({ id }) => id === pageId));
  const ids = new Set(comparisons.map(({ question }) => question));
  const all = pages.flatMap(({ questions }) => questions);
  return { questions: all.filter(({ id }) => ids.has(id)), comparisons };
}
