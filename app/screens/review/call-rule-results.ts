import type { WorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import { assembleDefinition } from "#app/domain/calls/authoring/working-copy.ts";
import { pagesShownBy } from "#app/domain/calls/authoring/rules-looking-at.ts";
import {
  type ConditionProblem,
  conditionProblems,
} from "#app/domain/calls/condition-problems.ts";
import { type Reach, reachOfPages } from "#app/domain/calls/reachability.ts";
import { mostTried } from "#app/domain/calls/routes/combinations.ts";
import { type EditorNames, namesIn } from "./call-editor-names.ts";
import { describeRuleProblem } from "./call-editor-rule-problems.ts";
import { capitalised } from "./call-editor-words.ts";

/** What a rule comes to: what is wrong with it, or for whom the pages are that are shown by it. */
export function describeRuleResults(
  copy: WorkingCopy,
  ruleId: string,
): string[] {
  const names = namesIn(copy);
  const form = assembleDefinition(copy);
  const problems = conditionProblems(form);
  const shown = pagesShownBy(copy, ruleId);
  const own = problems.filter((one) => concerns(one, ruleId, shown));
  if (own.length > 0)
    return own.map((one) => capitalised(describeRuleProblem(one, names)));
  if (shown.length === 0) return ["No page is shown by it yet."];
  // What is wrong elsewhere makes it unknown who comes here.
  if (problems.length > 0)
    return [
      "Not checked: another rule has to be mended before it is known who sees its pages.",
    ];
  return reachOfPages(form)
    .filter(({ pageId }) => shown.includes(pageId))
    .map((one) => capitalised(describeReach(one, names)));
}

function concerns(
  problem: ConditionProblem,
  ruleId: string,
  shown: string[],
): boolean {
  if ("conditionIds" in problem) return problem.conditionIds.includes(ruleId);
  return (
    problem.conditionId === ruleId ||
    ("pageId" in problem && shown.includes(problem.pageId))
  );
}

function describeReach({ pageId, reach }: Reach, names: EditorNames): string {
  const page = names.page(pageId);
  switch (reach) {
    case "never":
      return `Nobody would see ${page}: no answers make it hold.`;
    case "always":
      return `${page} is always shown: it holds whatever is answered.`;
    case "sometimes":
      return `${page} is shown to some people and not to others.`;
    case "not-checked":
      return `${page} was not checked: there are more than ${mostTried.toLocaleString("en-GB")} ways to answer what it looks at, so it may never or always be shown.`;
  }
}
