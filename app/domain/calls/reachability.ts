import { type Comparison, comparisonsOf } from "./conditions.ts";
import type { CallDefinition, CallPage } from "./definition.ts";
import { askedInAll, hasBit } from "./routes/asked-in-all.ts";
import {
  countCombinations,
  mostTried,
  toldApart,
} from "./routes/combinations.ts";

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
  const pageOf = new Map(
    definition.pages.flatMap((page) =>
      page.questions.map(({ id }) => [id, page] as const),
    ),
  );
  return definition.pages.flatMap((page) =>
    page.showIf === undefined
      ? []
      : [reachOf(definition, { page, conditionId: page.showIf, pageOf })],
  );
}

type PageOf = ReadonlyMap<string, CallPage>;

function reachOf(
  definition: CallDefinition,
  of: { page: CallPage; conditionId: string; pageOf: PageOf },
): Reach {
  const { id: pageId } = of.page;
  const { pages, comparisons } = looksAt(definition, of.page, of.pageOf);
  // No other page decides it, and of sixty there may be two that do.
  const form = { pages, conditions: definition.conditions };
  const tried = toldApart(
    pages.flatMap(({ questions }) => questions),
    comparisons,
  );
  const questionIds = tried.map(({ question }) => question.id);
  const told = { pageId, conditionId: of.conditionId, questionIds };
  const count = countCombinations(tried);
  if (count > mostTried) return { ...told, reach: "not-checked" };
  const asked = askedInAll(form, tried)[pages.indexOf(of.page)];
  const isAsked = (nth: number) => asked !== undefined && hasBit(asked, nth);
  const first = isAsked(0);
  for (let nth = 1; nth < count; nth += 1)
    if (isAsked(nth) !== first) return { ...told, reach: "sometimes" };
  return { ...told, reach: first ? "always" : "never" };
}

/** The pages that a page hangs on, itself and those that those hang on, in the order of the form, and what is asked of their answers. */
function looksAt(
  { pages, conditions }: CallDefinition,
  of: CallPage,
  pageOf: PageOf,
): { pages: CallPage[]; comparisons: Comparison[] } {
  const seen = new Set<CallPage>();
  const comparisons: Comparison[] = [];
  const follow = (page: CallPage | undefined) => {
    if (!page || seen.has(page)) return;
    seen.add(page);
    if (page.showIf === undefined) return;
    const own = comparisonsOf(page.showIf, conditions);
    comparisons.push(...own);
    for (const { question } of own) follow(pageOf.get(question));
  };
  follow(of);
  return { pages: pages.filter((page) => seen.has(page)), comparisons };
}
