import { expect, test } from "vitest";
import type { Rule } from "#app/domain/calls/conditions.ts";
import {
  type CallDefinition,
  callDefinitionSchema,
} from "#app/domain/calls/definition.ts";
import { parsePage } from "#app/domain/calls/parse-page.ts";
import { askedPages } from "#app/domain/calls/asked-pages.ts";
import { reachOfPages } from "#app/domain/calls/reachability.ts";
import {
  findWays,
  listRoutes,
  refusedSamples,
  samplePerson,
} from "#app/domain/calls/routes/routes.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { findRoutesOf } from "#app/http/call-routes/find-routes.server.ts";
import { wordsIn } from "#app/words/words.ts";
import { isLinearGrowth, measureGrowth } from "#tests/setup/growth.ts";

const today = "2026-11-27";
const reading = {
  ...{ language: "en" as const, today },
  messages: wordsIn("en").questions,
};
const label = { en: "A question" };
const choice = (value: string) => ({ value, label: { en: value } });
const yesOrNo = { type: "radios", choices: [choice("yes"), choice("no")] };
const required = { ...yesOrNo, required: true };
const text = { type: "short-text", required: true };

type Asked = [id: string, question: object, rule?: Rule];

function formOf(pages: Asked[]) {
  return callDefinitionSchema.parse({
    ...callForAdvice,
    conditions: pages.flatMap(([id, , rule]) =>
      rule ? [{ id: `rule-${id}`, rule }] : [],
    ),
    pages: pages.map(([id, question, rule]) => ({
      id,
      ...(rule && { showIf: `rule-${id}` }),
      questions: [{ id, label, ...question }],
    })),
  });
}

const is = (question: string, value: string): Rule => ({
  ...{ question, operator: "is", value },
});

const findRoutes = (definition: CallDefinition) =>
  listRoutes({ definition, found: findWays(definition) }, today);

function waysOf(pages: Asked[]) {
  const found = findRoutes(formOf(pages));
  return found.kind === "checked"
    ? found.routes.map(({ pageIds }) => pageIds.join(""))
    : found.kind;
}

const asksYesOrNo = (count: number): Asked[] =>
  Array.from({ length: count }, (_, at): Asked[] => [
    [`a${at}`, required],
    [`b${at}`, text, is(`a${at}`, "yes")],
  ]).flat();

test.each<[what: string, pages: Asked[], ways: string[] | string]>([
  [
    "B shown if A=yes: two ways",
    [
      ["a", required],
      ["b", text, is("a", "yes")],
      ["c", text],
    ],
    ["abc", "ac"],
  ],
  [
    "one choice that is two: B on no way",
    [
      ["a", yesOrNo],
      ["b", text, { all: [is("a", "yes"), is("a", "no")] }],
    ],
    ["a"],
  ],
  [
    "what hangs on a hidden answer: C on no way",
    [
      ["a", required],
      ["b", text, is("a", "yes")],
      [
        "c",
        text,
        {
          all: [
            { not: is("a", "yes") },
            { question: "b", operator: "answered" },
          ],
        },
      ],
    ],
    ["ab", "a"],
  ],
  ["no rule: one way", [["a", text]], ["a"]],
  ["thirteen yes or no", asksYesOrNo(13), "not-checked"],
])("%s", (_what, pages, ways) => {
  expect(waysOf(pages)).toEqual(ways);
});

test("twelve yes or no are 4,096 ways, each told by the answers that decide it", () => {
  const found = findRoutes(formOf(asksYesOrNo(12)));
  if (found.kind !== "checked") throw new Error(found.kind);
  expect(found.routes).toHaveLength(4_096);
  expect(found.routes[1]?.because.slice(0, 2)).toEqual([
    { questionId: "a0", answer: "no" },
    { questionId: "a1", answer: "yes" },
  ]);
});

const everyType: Asked[] = [
  ["short", { type: "short-text", required: true, maxCharacters: 3 }],
  ["long", { type: "long-text", required: true }],
  ["mail", { type: "email", required: true }],
  ["one", required],
  ["two", { ...required, type: "select" }, is("one", "no")],
  ["some", { ...required, type: "checkboxes" }],
  ["day", { type: "date", required: true, latest: "today" }],
  ["from", { type: "date", required: true, earliest: "2027-01-01" }],
  ["count", { type: "whole-number", required: true, least: 7 }],
  ["few", text, { question: "count", operator: "under", value: "9" }],
  ["evidence", { type: "evidence-items", required: true }],
  [
    "homes",
    {
      ...{ type: "group", required: true, min: 2, itemName: { en: "Home" } },
      questions: [{ id: "where", label, type: "short-text", required: true }],
    },
  ],
  [
    "told",
    { type: "short-text", required: true },
    { question: "long", operator: "answered" },
  ],
];

test("the sample person of every way answers every kind of question so that its own page takes it", () => {
  const form = formOf(everyType);
  expect(refusedSamples(form, reading)).toEqual([]);
  const found = findRoutes(form);
  if (found.kind !== "checked") throw new Error(found.kind);
  expect(found.routes.length).toBe(4);
  for (const { nth, pageIds } of found.routes) {
    const answers = samplePerson(form, nth, today);
    const asked = askedPages(form, answers);
    expect(asked.filter(({ itemOf }) => !itemOf).map(({ id }) => id)).toEqual(
      pageIds,
    );
    for (const page of asked)
      expect(parsePage(page, answers, reading).problems).toEqual({});
  }
});

test("a question that takes no answer is named with its page, and no other", () => {
  const form = formOf([
    ["fine", { type: "whole-number", least: 2, most: 2 }],
    ["count", { type: "whole-number", least: 5, most: 4 }],
    [
      "day",
      { type: "date", earliest: "2026-02-01", latest: "2026-01-01" },
      { question: "count", operator: "answered" },
    ],
  ]);
  expect(refusedSamples(form, reading)).toEqual([
    { pageId: "count", questionId: "count" },
    { pageId: "day", questionId: "day" },
  ]);
});

/** So many pages with ten questions in three, and twelve rules. */
function largeForm(pageCount: number) {
  const decided = asksYesOrNo(12);
  const pages = decided.map(([id, question, rule]) => ({
    id,
    ...(rule && { showIf: `rule-${id}` }),
    questions: [{ id, label, ...question }],
  }));
  const more = Array.from({ length: pageCount - pages.length }, (_, at) => ({
    id: `more${at}`,
    title: label,
    questions: Array.from({ length: 5 }, (_one, nth) => ({
      ...{ id: `q${at}-${nth}`, label, ...text },
    })),
  }));
  return callDefinitionSchema.parse({
    ...callForAdvice,
    conditions: formOf(decided).conditions,
    pages: [...pages, ...more],
  });
}

test("60 pages with 204 questions and twelve rules are checked within a second in the thread", async () => {
  const form = largeForm(60);
  const of = { callSlug: "a-call", today };
  const shown = { page: 2, perPage: 25 };
  await findRoutesOf(formOf([["a", text]]), of, shown);
  const before = process.cpuUsage();
  const found = await findRoutesOf(form, of, shown);
  const { user, system } = process.cpuUsage(before);
  expect(found).toMatchObject({ kind: "checked", total: 4_096, page: 2 });
  // The processor's time, the thread's included: the wall's is everybody's on this machine.
  expect((user + system) / 1_000).toBeLessThan(2_000);
}, 30_000);

test("a page waits a moment and no longer; what it did not wait for is there at the next look", async () => {
  const form = largeForm(40);
  const of = { callSlug: "a-call", today };
  const shown = { page: 1, perPage: 25 };
  const early = { ...of, patienceMilliseconds: 0 };
  expect(await findRoutesOf(form, early, shown)).toEqual({
    kind: "being-found",
  });
  const late = await findRoutesOf(form, of, shown);
  expect(late).toMatchObject({ kind: "checked", total: 4_096 });
  // It is kept, so that nobody waits for it again.
  expect(await findRoutesOf(form, early, shown)).toEqual(late);
});

test("the check of each page grows with the form and not with its square", async () => {
  const forms = new Map([15, 60].map((size) => [size, chain(size)]));
  const growth = await measureGrowth((size) => {
    const form = forms.get(size);
    if (form) reachOfPages(form);
  }, 15);
  expect(isLinearGrowth(growth), `${growth} times the work`).toBe(true);
});

/** Every second page hangs on the one before it. */
function chain(size: number) {
  return formOf(asksYesOrNo(size / 2 - ((size / 2) % 1)));
}
