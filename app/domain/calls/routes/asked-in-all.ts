import type { Comparison, Rule } from "../conditions.ts";
import type { AskedForm } from "../asked-pages.ts";
import { holdsComparison } from "../question-types/question-types.ts";
import { countCombinations, type Tried } from "./combinations.ts";

/** A bit for each combination, by its number. */
type Column = Uint32Array;

/**
 * Which pages are asked in each combination of answers: the walk of
 * `askedPages`, for all combinations at once. Sixty pages and 4,096
 * combinations are 128 words for each part of a rule, and not a walk for each.
 *
 * @param form looks at earlier pages only, as `definitionProblems` sees to
 * @returns for each page, in order, a bit for each combination
 */
export function askedInAll(
  { pages, conditions }: AskedForm,
  tried: readonly Tried[],
): Column[] {
  const table = tableOf(tried);
  const ruleOf = new Map(conditions.map(({ id, rule }) => [id, rule]));
  const asked = new Map<string, Column>();
  const named = new Map<string, Column>();
  const holds = (rule: Rule): Column => {
    if ("all" in rule) return rule.all.map(holds).reduce(both, table.all);
    if ("any" in rule) return rule.any.map(holds).reduce(either, table.none);
    if ("not" in rule) return without(table.all, holds(rule.not));
    if ("operator" in rule) return compared(rule, table, asked);
    const known = named.get(rule.condition) ?? holdsNamed(rule.condition);
    named.set(rule.condition, known);
    return known;
  };
  const holdsNamed = (id: string) => {
    const rule = ruleOf.get(id);
    return rule ? holds(rule) : table.none;
  };
  return pages.map(({ showIf = "", questions }) => {
    const column = ruleOf.has(showIf)
      ? holds({ condition: showIf })
      : table.all;
    for (const { id } of questions) asked.set(id, column);
    return column;
  });
}

/** Whether a bit is set. */
export function hasBit(column: Column, nth: number): boolean {
  return ((column[nth >>> 5] ?? 0) & (1 << (nth & 31))) !== 0;
}

type Table = ReturnType<typeof tableOf>;

/** In which combinations each question has which of its answers. */
function tableOf(tried: readonly Tried[]) {
  const count = countCombinations([...tried]);
  const columnOf = (isSet: (nth: number) => boolean): Column => {
    const column = new Uint32Array(Math.ceil(count / 32));
    for (let nth = 0; nth < count; nth += 1)
      if (isSet(nth)) setBit(column, nth);
    return column;
  };
  let every = 1;
  const answers = new Map<string, Answered>();
  for (const { question, values } of tried) {
    const step = every;
    const columns = values.map((_value, at) =>
      columnOf((nth) => Math.floor(nth / step) % values.length === at),
    );
    answers.set(question.id, { question, values, columns });
    every *= values.length;
  }
  return { all: columnOf(() => true), none: columnOf(() => false), answers };
}

type Answered = Tried & { columns: Column[] };

/** What is hidden, or stands on no page before, has no answer. */
function compared(
  comparison: Comparison,
  { all, none, answers }: Table,
  asked: ReadonlyMap<string, Column>,
): Column {
  const answered = answers.get(comparison.question);
  const seen = asked.get(comparison.question) ?? none;
  const unseen = holdsComparison(comparison, undefined, undefined)
    ? without(all, seen)
    : none;
  if (!answered) return unseen;
  const { question, values, columns } = answered;
  const given = columns
    .filter((_column, at) => holdsComparison(comparison, question, values[at]))
    .reduce(either, none);
  return either(both(given, seen), unseen);
}

function setBit(column: Column, nth: number): void {
  column[nth >>> 5] = (column[nth >>> 5] ?? 0) | (1 << (nth & 31));
}

const both = (one: Column, other: Column): Column =>
  one.map((word, at) => word & (other[at] ?? 0));
const either = (one: Column, other: Column): Column =>
  one.map((word, at) => word | (other[at] ?? 0));
const without = (one: Column, other: Column): Column =>
  one.map((word, at) => word & ~(other[at] ?? 0));
