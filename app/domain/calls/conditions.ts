import { z } from "zod";

/*
 * A small tree over earlier answers, by the ids of questions and choices and
 * never by their words or places (docs/decisions/265).
 */

const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
/** A choice's value, a day as ISO writes it, or a whole number in plain digits. */
const compared = z.string().min(1).max(60);

const ofNumber = <Operator extends string>(operator: Operator) =>
  z.strictObject({
    question: id,
    operator: z.literal(operator),
    value: compared,
  });

/** What a rule asks of one answer. An answer to what is not asked is no answer. */
const comparisonSchema = z.discriminatedUnion("operator", [
  z.strictObject({ question: id, operator: z.literal("answered") }),
  z.strictObject({ question: id, operator: z.literal("not-answered") }),
  z.strictObject({ question: id, operator: z.literal("is"), value: compared }),
  /** Holds of no answer too: it is the contrary of `is`. */
  z.strictObject({
    question: id,
    operator: z.literal("is-not"),
    value: compared,
  }),
  z.strictObject({
    question: id,
    operator: z.literal("is-one-of"),
    values: z.array(compared).min(1).max(60),
  }),
  z.strictObject({
    question: id,
    operator: z.literal("includes"),
    value: compared,
  }),
  z.strictObject({
    question: id,
    operator: z.literal("before"),
    value: compared,
  }),
  z.strictObject({
    question: id,
    operator: z.literal("after"),
    value: compared,
  }),
  ofNumber("under"),
  ofNumber("at-least"),
  ofNumber("at-most"),
  ofNumber("over"),
  /** From the first number to the second, both of them too. */
  z.strictObject({
    question: id,
    operator: z.literal("between"),
    values: z.array(compared).length(2),
  }),
]);

export type Comparison = z.infer<typeof comparisonSchema>;
export type Operator = Comparison["operator"];

export type Rule =
  | Comparison
  | { all: Rule[] }
  | { any: Rule[] }
  | { not: Rule }
  /** Another condition, by its id. */
  | { condition: string };

const deepestRule = 8;

/** Each level is made of the one below, so that no rule is deeper than can be read. */
function ruleOfDepth(depth: number): z.ZodType<Rule> {
  const leaf = z.union([comparisonSchema, z.strictObject({ condition: id })]);
  if (depth <= 1) return leaf;
  const below = ruleOfDepth(depth - 1);
  const several = z.array(below).min(1).max(20);
  return z.union([
    leaf,
    z.strictObject({ all: several }),
    z.strictObject({ any: several }),
    z.strictObject({ not: below }),
  ]);
}

export const conditionSchema = z.strictObject({
  id,
  /** What the review's team calls it. */
  name: z.string().min(1).max(200).optional(),
  rule: ruleOfDepth(deepestRule),
});

export type Condition = z.infer<typeof conditionSchema>;

/** What is compared with. */
export function comparedValues(comparison: Comparison): string[] {
  if ("values" in comparison) return comparison.values;
  return "value" in comparison ? [comparison.value] : [];
}

/** All that is compared with, each once. */
export function valuesIn(comparisons: Comparison[]): string[] {
  return [...new Set(comparisons.flatMap(comparedValues))];
}

/**
 * Whether a condition holds, by what each comparison comes to. Conditions that
 * name others never name themselves: `definitionProblems` sees to it. Each is
 * asked once, however often it is named.
 */
export function holdsCondition(
  { rule }: Condition,
  conditions: Condition[],
  compare: (comparison: Comparison) => boolean,
): boolean {
  const asked = new Map<string, boolean>();
  const holds = (one: Rule): boolean => {
    if ("all" in one) return one.all.every(holds);
    if ("any" in one) return one.any.some(holds);
    if ("not" in one) return !holds(one.not);
    if ("operator" in one) return compare(one);
    const known = asked.get(one.condition);
    if (known !== undefined) return known;
    const named = conditions.find(({ id }) => id === one.condition);
    const isMet = named !== undefined && holds(named.rule);
    asked.set(one.condition, isMet);
    return isMet;
  };
  return holds(rule);
}

/** A rule's own comparisons, and the conditions it names; those conditions' comparisons are theirs. */
export function partsOfRule(rule: Rule): {
  comparisons: Comparison[];
  conditionIds: string[];
} {
  if ("operator" in rule) return { comparisons: [rule], conditionIds: [] };
  if ("condition" in rule)
    return { comparisons: [], conditionIds: [rule.condition] };
  const below =
    "not" in rule ? [rule.not] : "all" in rule ? rule.all : rule.any;
  const parts = below.map(partsOfRule);
  return {
    comparisons: parts.flatMap(({ comparisons }) => comparisons),
    conditionIds: parts.flatMap(({ conditionIds }) => conditionIds),
  };
}

/** Every comparison that a condition comes down to, through those it names. */
export function comparisonsOf(
  conditionId: string,
  conditions: Condition[],
): Comparison[] {
  const found: Comparison[] = [];
  const seen = new Set<string>();
  const follow = (id: string) => {
    const condition = conditions.find((one) => one.id === id);
    if (!condition || seen.has(id)) return;
    seen.add(id);
    const { comparisons, conditionIds } = partsOfRule(condition.rule);
    found.push(...comparisons);
    conditionIds.forEach(follow);
  };
  follow(conditionId);
  return found;
}
