import { expect, test } from "vitest";
import { askedPages } from "#app/domain/calls/asked-pages.ts";
import type { Rule } from "#app/domain/calls/conditions.ts";
import { callDefinitionSchema } from "#app/domain/calls/definition.ts";
import { reachOfPages } from "#app/domain/calls/reachability.ts";
import { askedInAll, hasBit } from "#app/domain/calls/routes/asked-in-all.ts";
import {
  countCombinations,
  nthCombination,
  triedIn,
} from "#app/domain/calls/routes/combinations.ts";
import { findWays, listRoutes } from "#app/domain/calls/routes/routes.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { isLinearGrowth, measureGrowth } from "#tests/setup/growth.ts";

const label = { en: "A question" };
const choice = (value: string) => ({ value, label });
const choices = [choice("yes"), choice("no"), choice("both")];
const kinds: { type: string; required?: boolean; choices?: object[] }[] = [
  { type: "radios", required: true, choices },
  { type: "checkboxes", choices },
  { type: "short-text" },
  { type: "date" },
];

/** Numbers from 0 to below `most`, the same in every run. */
function makeChance(seed: number) {
  let state = seed;
  return (most: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
}

/** A form in which rules of every kind look at earlier pages, also at hidden ones and through each other. */
function formByChance(seed: number) {
  const chance = makeChance(seed);
  const pages = Array.from({ length: 7 }, (_, at) => ({
    id: `p${at}`,
    ...(at > 0 && chance(4) > 0 && { showIf: `r${at}` }),
    questions: [
      {
        ...{ id: `q${at}`, label },
        ...(kinds[chance(kinds.length)] ?? { type: "short-text" }),
      },
    ],
  }));
  const ruleAt = (at: number, depth: number): Rule => {
    const several = () => [ruleAt(at, depth - 1), ruleAt(at, depth - 1)];
    const which = depth > 0 ? chance(7) : 6;
    if (which === 0) return { all: several() };
    if (which === 1) return { any: several() };
    if (which === 2) return { not: ruleAt(at, depth - 1) };
    if (which === 3 && at > 1) return { condition: `r${1 + chance(at - 1)}` };
    return comparisonWith(chance(at));
  };
  const comparisonWith = (on: number): Rule => {
    const question = `q${on}`;
    const type = pages[on]?.questions[0]?.type;
    const value = choices[chance(3)]?.value ?? "";
    const ofType: Record<string, Rule[]> = {
      radios: [
        { question, operator: "is", value },
        { question, operator: "is-not", value },
        { question, operator: "is-one-of", values: [value, "no"] },
      ],
      checkboxes: [{ question, operator: "includes", value }],
      date: [{ question, operator: "before", value: "2001-01-01" }],
    };
    const own = ofType[type ?? ""] ?? [];
    const any: Rule[] = [
      { question, operator: "answered" },
      { question, operator: "not-answered" },
      ...own,
      ...own,
    ];
    return any[chance(any.length)] ?? { question, operator: "answered" };
  };
  const conditions = pages.slice(1).map(({ id }, at) => ({
    id: `r${at + 1}`,
    name: id,
    rule: ruleAt(at + 1, 3),
  }));
  return callDefinitionSchema.parse({ ...callForAdvice, conditions, pages });
}

test("of all combinations at once the same pages are asked as of each by itself", () => {
  let looked = 0;
  for (let seed = 1; seed <= 60; seed += 1) {
    const form = formByChance(seed);
    const tried = triedIn(form);
    const count = Math.min(countCombinations(tried), 1_000);
    if (countCombinations(tried) > 20_000) continue;
    const columns = askedInAll(form, tried);
    for (let nth = 0; nth < count; nth += 1) {
      const asked = askedPages(form, nthCombination(tried, nth));
      const all = form.pages.filter((_page, at) => {
        const column = columns[at];
        return column !== undefined && hasBit(column, nth);
      });
      expect(all, `form ${seed}, combination ${nth}`).toEqual(asked);
      looked += 1;
    }
  }
  expect(looked).toBeGreaterThan(2_000);
});

/** So many pages behind twelve that decide, each under a rule that no answers meet. */
function neverAsked(count: number) {
  const twelve = Array.from({ length: 12 }, (_, at) => `a${at}`);
  const each = twelve.map((question): Rule => ({
    question,
    operator: "is",
    value: "yes",
  }));
  const [first] = each;
  const never: Rule = { all: [...each, ...(first ? [{ not: first }] : [])] };
  const conditions = Array.from({ length: count }, (_, at) => ({
    id: `never${at}`,
    rule: never,
  }));
  return callDefinitionSchema.parse({
    ...callForAdvice,
    conditions,
    pages: [
      ...twelve.map((id) => ({
        id,
        questions: [
          {
            ...{ id, label, type: "radios", required: true },
            choices: choices.slice(0, 2),
          },
        ],
      })),
      ...conditions.map(({ id }) => ({
        id,
        showIf: id,
        questions: [{ id: `q-${id}`, label, type: "short-text" }],
      })),
    ],
  });
}

test("pages that nobody sees are told within a line of their number, each after 4,096 combinations", async () => {
  const forms = new Map([12, 48].map((count) => [count, neverAsked(count)]));
  const growth = await measureGrowth((count) => {
    const form = forms.get(count);
    const reach = form ? reachOfPages(form) : [];
    expect(reach.filter((one) => one.reach === "never")).toHaveLength(count);
  }, 12);
  expect(isLinearGrowth(growth), `${growth} times the work`).toBe(true);
});

test("a list has some of the ways, and a page that there is not is the nearest", () => {
  const definition = formByChance(7);
  const found = findWays(definition);
  if (found.kind !== "checked") throw new Error(found.kind);
  const { length } = found.ways;
  expect(length).toBeGreaterThan(3);
  const list = (page: number) => {
    const perPage = 3;
    const { routes, ...of } = Object.assign(
      { routes: [] },
      listRoutes({ definition, found }, "2026-11-27", { page, perPage }),
    );
    return { ...of, nths: routes.map(({ nth }) => nth) };
  };
  const nths = found.ways.map(({ nth }) => nth);
  const last = Math.ceil(length / 3);
  expect(list(2)).toMatchObject({
    ...{ total: length, page: 2, nths: nths.slice(3, 6) },
  });
  expect(list(-4)).toMatchObject({ page: 1, nths: nths.slice(0, 3) });
  expect(list(1e9)).toMatchObject({ page: last });
  expect(list(1.9)).toMatchObject({ page: 1 });
});
