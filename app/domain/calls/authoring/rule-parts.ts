import {
  type Comparison,
  comparedValues,
  comparisonsOf,
  type Rule,
} from "../conditions.ts";
import {
  isIdentifying,
  type Question,
  questionTypeOf,
} from "../question-types/question-types.ts";
import { comesTo, pagesShownBy } from "./rules-looking-at.ts";
import { negated } from "./rule-tree.ts";
import type { WorkingCopy } from "./working-copy.ts";

/*
 * What a part of a rule can say, one choice after another: of which question or
 * other rule, what is asked of it, and with what it is compared.
 */

/** What can be asked; what the model has no operator for is the contrary of one. */
export const asks = [
  "is",
  "is-not",
  "is-one-of",
  "is-none-of",
  "includes",
  "does-not-include",
  "before",
  "not-before",
  "after",
  "not-after",
  "under",
  "at-least",
  "at-most",
  "over",
  "between",
  "answered",
  "not-answered",
  "holds",
  "does-not-hold",
] as const;
export type Ask = (typeof asks)[number];

/** A part as it is chosen; an id of a question, or of another rule. */
export type ChosenPart = {
  of: { question: string } | { rule: string };
  ask: Ask;
  values: string[];
};

const contraries: Partial<Record<Ask, Ask>> = {
  "is-none-of": "is-one-of",
  "does-not-include": "includes",
  "not-before": "before",
  "not-after": "after",
  "does-not-hold": "holds",
};

/** What can be asked of the answer to a question. */
export function asksOf(question: Question): Ask[] {
  const { comparison, takesFiles } = questionTypeOf(question);
  if (takesFiles) return [];
  const operators = isIdentifying(question)
    ? []
    : (comparison?.operators ?? []);
  return asks.filter((ask) => {
    const asked: string = contraries[ask] ?? ask;
    return (
      asked === "answered" ||
      asked === "not-answered" ||
      operators.some((operator) => operator === asked)
    );
  });
}

/** The part that was chosen, as a rule has it. */
export function toPart({ of, ask, values }: ChosenPart): Rule {
  const contrary = contraries[ask];
  if (contrary) return negated(toPart({ of, ask: contrary, values }));
  if ("rule" in of) return { condition: of.rule };
  const { question } = of;
  const [value = ""] = values;
  switch (ask) {
    case "answered":
    case "not-answered":
      return { question, operator: ask };
    case "is-one-of":
    case "between":
      return { question, operator: ask, values };
    default:
      return { question, operator: ask as "is", value };
  }
}

/** A part of a rule as it would be chosen; undefined where it has parts of its own. */
export function chosenIn(part: Rule): ChosenPart | undefined {
  if ("condition" in part)
    return { of: { rule: part.condition }, ask: "holds", values: [] };
  if ("operator" in part) return chosenComparison(part);
  if (!("not" in part)) return undefined;
  const chosen = chosenIn(part.not);
  const ask = asks.find((one) => chosen && contraries[one] === chosen.ask);
  return chosen && ask && { ...chosen, ask };
}

function chosenComparison(comparison: Comparison): ChosenPart {
  const { question, operator } = comparison;
  return {
    of: { question },
    ask: operator,
    values: comparedValues(comparison),
  };
}

/** Which rule is changed, or for which page one is made. */
export type RuleFor = {
  ruleId?: string | undefined;
  pageId?: string | undefined;
};

/** The questions of pages that come before all that the rule shows; a rule that shows none may look at any. */
export function questionsForRule(
  copy: WorkingCopy,
  of: RuleFor,
): { pageId: string; questions: Question[] }[] {
  return copy.pages
    .slice(0, firstShown(copy, of))
    .map(({ key, body }) => ({
      pageId: key,
      questions: body.questions.filter((one) => asksOf(one).length > 0),
    }))
    .filter(({ questions }) => questions.length > 0);
}

/** The other rules that it may name: none that comes back to it, and none that looks ahead. */
export function rulesForRule(copy: WorkingCopy, of: RuleFor): string[] {
  const all = copy.conditions.map(({ body }) => body);
  const before = new Set(
    copy.pages
      .slice(0, firstShown(copy, of))
      .flatMap(({ body }) => body.questions.map(({ id }) => id)),
  );
  return all
    .map(({ id }) => id)
    .filter(
      (id) =>
        (of.ruleId === undefined || !comesTo(id, of.ruleId, all)) &&
        comparisonsOf(id, all).every(({ question }) => before.has(question)),
    );
}

function firstShown(copy: WorkingCopy, { ruleId, pageId }: RuleFor): number {
  const shown = new Set([
    ...(ruleId === undefined ? [] : pagesShownBy(copy, ruleId)),
    ...(pageId === undefined ? [] : [pageId]),
  ]);
  const at = copy.pages.findIndex(({ key }) => shown.has(key));
  return at === -1 ? copy.pages.length : at;
}

/** Whether a part can be chosen as the call stands now. */
export function canBeChosen(
  copy: WorkingCopy,
  { of, ask, values }: ChosenPart,
  ruleFor: RuleFor,
): boolean {
  if ("rule" in of)
    return (
      (ask === "holds" || ask === "does-not-hold") &&
      rulesForRule(copy, ruleFor).includes(of.rule)
    );
  const question = questionsForRule(copy, ruleFor)
    .flatMap(({ questions }) => questions)
    .find(({ id }) => id === of.question);
  if (!question || !asksOf(question).includes(ask)) return false;
  const known = questionTypeOf(question).comparison;
  return values.every((value) => known?.knows(question, value) ?? false);
}
