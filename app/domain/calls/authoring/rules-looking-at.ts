import { comparedValues, type Condition, partsOfRule } from "../conditions.ts";
import type { WorkingCopy } from "./working-copy.ts";

/** A rule that looks at a question, and the pages that are shown by it or by one that names it. */
export type RuleLooking = {
  conditionId: string;
  name: string | undefined;
  pageIds: string[];
};

/**
 * The rules that would be broken without these questions.
 *
 * @param values where only some of their options would go
 */
export function rulesLookingAt(
  { conditions, pages }: WorkingCopy,
  questionIds: readonly string[],
  values?: readonly string[],
): RuleLooking[] {
  const all = conditions.map(({ body }) => body);
  return all
    .filter(({ rule }) =>
      partsOfRule(rule).comparisons.some(
        (comparison) =>
          questionIds.includes(comparison.question) &&
          (!values ||
            comparedValues(comparison).some((one) => values.includes(one))),
      ),
    )
    .map(({ id, name }) => ({
      ...{ conditionId: id, name },
      pageIds: pagesShownBy({ conditions, pages }, id),
    }));
}

/** The pages that are shown by a rule, or by one that comes to it. */
export function pagesShownBy(
  { conditions, pages }: Pick<WorkingCopy, "conditions" | "pages">,
  ruleId: string,
): string[] {
  const all = conditions.map(({ body }) => body);
  return pages
    .filter(
      ({ body: { showIf } }) =>
        showIf !== undefined && comesTo(showIf, ruleId, all),
    )
    .map(({ key }) => key);
}

/** The rules that name a rule themselves. */
export function rulesNaming(
  { conditions }: Pick<WorkingCopy, "conditions">,
  ruleId: string,
): string[] {
  return conditions
    .filter(({ body }) => partsOfRule(body.rule).conditionIds.includes(ruleId))
    .map(({ key }) => key);
}

/** Whether a condition is another, or comes to it through those that it names. */
export function comesTo(from: string, to: string, all: Condition[]): boolean {
  const seen = new Set<string>();
  const follow = (id: string): boolean => {
    if (id === to) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    const rule = all.find((one) => one.id === id)?.rule;
    return rule !== undefined && partsOfRule(rule).conditionIds.some(follow);
  };
  return follow(from);
}
