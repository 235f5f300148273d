import { describe, expect, test } from "vitest";
import {
  askedPages,
  findPage,
  progressOf,
  unaskedQuestions,
} from "#app/domain/calls/asked-pages.ts";
import type { Rule } from "#app/domain/calls/conditions.ts";
import {
  type Answers,
  callDefinitionSchema,
  checkDefinition,
} from "#app/domain/calls/definition.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { describeDefinitionProblem } from "#app/screens/review/definition-words.ts";
import { wordsIn } from "#app/words/words.ts";
import { formWithConditions } from "#tests/given/forms-with-conditions.ts";

const words = wordsIn("en").page;
const label = { en: "A question" };
const choices = ["a", "b", "c"].map((value) => ({
  value,
  label: { en: value },
}));
const page = (id: string, question: object, more = {}) => ({
  id,
  questions: [{ id, label, ...question }],
  ...more,
});

const questions = [
  page("one", { type: "radios", choices }),
  page("some", { type: "checkboxes", choices }),
  page("day", { type: "date" }),
  page("text", { type: "long-text" }),
  page("email", { type: "email" }),
  page("files", { type: "file-upload" }),
];

const formWith = (rule: Rule) => ({
  ...callForAdvice,
  conditions: [{ id: "met", rule }],
  pages: [...questions, page("last", { type: "long-text" }, { showIf: "met" })],
});

const isAsked = (rule: Rule, answers: Answers) =>
  askedPages(callDefinitionSchema.parse(formWith(rule)), answers).at(-1)?.id ===
  "last";

const ask = (question: string, operator: string, more = {}) =>
  ({ question, operator, ...more }) as Rule;
const isA = ask("one", "is", { value: "a" });
const day = { day: "1", month: "march", year: "2021" };

describe("a page is asked where its rule holds", () => {
  test.each<[Rule, Answers, boolean]>([
    [isA, { one: "a" }, true],
    [isA, { one: "b" }, false],
    [isA, {}, false],
    [isA, { one: ["a"] }, false],
    [ask("one", "is-not", { value: "a" }), { one: "b" }, true],
    [ask("one", "is-not", { value: "a" }), { one: "a" }, false],
    [ask("one", "is-not", { value: "a" }), {}, true],
    [ask("one", "is-one-of", { values: ["a", "b"] }), { one: "b" }, true],
    [ask("one", "is-one-of", { values: ["a", "b"] }), { one: "c" }, false],
    [ask("some", "includes", { value: "b" }), { some: ["a", "b"] }, true],
    [ask("some", "includes", { value: "b" }), { some: ["a"] }, false],
    [ask("some", "includes", { value: "b" }), { some: "b" }, true],
    [ask("day", "before", { value: "2021-03-02" }), { day }, true],
    [ask("day", "before", { value: "2021-03-01" }), { day }, false],
    [ask("day", "after", { value: "2021-02-28" }), { day }, true],
    [
      ask("day", "after", { value: "2021-02-28" }),
      { day: { ...day, day: "41" } },
      false,
    ],
    [ask("text", "answered"), { text: "x" }, true],
    [ask("text", "answered"), { text: " \u200B " }, false],
    [ask("text", "not-answered"), { text: "\n" }, true],
    [ask("email", "answered"), { email: "jo@example.org" }, true],
    [{ all: [isA, ask("text", "answered")] }, { one: "a" }, false],
    [{ any: [isA, ask("text", "answered")] }, { one: "a" }, true],
    [{ not: { any: [isA, ask("text", "answered")] } }, { one: "a" }, false],
  ])("%j with %j: %s", (rule, answers, expected) => {
    expect(isAsked(rule, answers)).toBe(expected);
  });
});

test("what is hidden hides and shows nothing: its answer counts as none", () => {
  const answers = { who: "organisation", organisation: "Shelter" };
  const ids = (given: Answers) =>
    askedPages(formWithConditions, given).map(({ id }) => id);
  expect(ids(answers)).toEqual(["who", "organisation", "file", "story"]);
  expect(ids({ ...answers, who: "self" })).toEqual(["who", "story"]);
  expect(ids({})).toEqual(["who", "story"]);
});

test("a page that is not asked is found between those that are", () => {
  const found = findPage(formWithConditions, { who: "self" }, "file");
  expect(found).toMatchObject({
    isAsked: false,
    page: { id: "file" },
    previous: { id: "who" },
    next: { id: "story" },
  });
  expect(findPage(formWithConditions, {}, "elsewhere")).toBeUndefined();
});

describe("how far a page is from the end", () => {
  const on = (id: string, answers: Answers) => {
    const page = findPage(formWithConditions, answers, id)?.page;
    if (!page) throw new Error("No such page");
    return words.progress(progressOf(formWithConditions, answers, page));
  };
  const ofOrganisation = { who: "organisation", organisation: "Shelter" };

  test.each<[string, Answers, string]>([
    // Whatever was answered on this page may be answered otherwise yet.
    ["who", {}, "Question 1 of 2 to 4"],
    ["who", { who: "self" }, "Question 1 of 2 to 4"],
    ["organisation", ofOrganisation, "Question 2 of 3 to 4"],
    ["file", ofOrganisation, "Question 3 of 4"],
    ["story", ofOrganisation, "Question 4 of 4"],
    ["story", { who: "self" }, "Question 2 of 2"],
  ])("on %s with %j: %s", (id, answers, expected) => {
    expect(on(id, answers)).toBe(expected);
  });

  test("is counted in pages where one of them has several questions", () => {
    const [one, some, day] = questions.map((page) => page.questions);
    const pages = [
      {
        id: "first",
        title: label,
        questions: [...(one ?? []), ...(some ?? [])],
      },
      { id: "second", questions: day },
    ];
    const form = callDefinitionSchema.parse({ ...callForAdvice, pages });
    const page = form.pages[1];
    if (!page) throw new Error("No such page");
    expect(words.progress(progressOf(form, {}, page))).toBe("Page 2 of 2");
  });
});

test("the reason is an answer that can be seen, not one that is hidden itself", () => {
  const unasked = unaskedQuestions(formWithConditions, {
    who: "self",
    organisation: "Shelter",
  });
  expect(
    unasked.map(({ question, because }) => [
      question.id,
      because.map(({ id }) => id),
    ]),
  ).toEqual([
    ["organisation", ["who"]],
    ["file", ["who"]],
  ]);
});

describe("a rule that cannot be followed is refused, in words", () => {
  const wordsOf = (definition: unknown) => {
    const checked = checkDefinition(definition);
    return checked.ok ? [] : checked.problems.map(describeDefinitionProblem);
  };

  test.each<[Rule, string]>([
    [ask("none", "answered"), 'looks at question "none", which is not there'],
    [ask("last", "answered"), 'move that question to a page before "last"'],
    [ask("one", "is", { value: "d" }), 'compares question "one" with "d"'],
    [
      ask("one", "is-one-of", { values: ["a", "e"] }),
      'compares question "one" with "e"',
    ],
    [ask("day", "before", { value: "soon" }), 'with "soon"'],
    [ask("day", "before", { value: "2021-02-30" }), 'with "2021-02-30"'],
    [ask("text", "is", { value: "yes" }), 'asks "is" of question "text"'],
    [ask("one", "includes", { value: "a" }), 'asks "includes" of question'],
    [ask("files", "answered"), 'asks "answered" of question "files"'],
    [{ condition: "none" }, 'names condition "none", which is not there'],
    [{ condition: "met" }, 'in a circle: "met", then "met"'],
    [{ not: { all: [isA, { condition: "met" }] } }, "in a circle"],
  ])("%j", (rule, expected) => {
    expect(wordsOf(formWith(rule)).join("\n")).toContain(expected);
  });

  test("one of several conditions in a circle, each circle once", () => {
    const conditions = ["x", "y", "z"].map((id, index, all) => ({
      id,
      rule: { any: [isA, { condition: all[(index + 1) % 3] ?? "" }] },
    }));
    const form = formWith({ any: [{ condition: "x" }, { condition: "y" }] });
    const all = [...form.conditions, ...conditions];
    expect(wordsOf({ ...form, conditions: all })).toEqual([
      'Conditions name each other in a circle: "x", then "y", then "z", then "x"',
    ]);
  });

  test("one that would tell what is kept apart", () => {
    const identifying = page("apart", {
      type: "radios",
      choices,
      identifying: true,
    });
    const form = formWith(ask("apart", "is", { value: "a" }));
    const pages = [identifying, ...form.pages];
    expect(wordsOf({ ...form, pages })).toEqual([
      'Condition "met" looks into question "apart", which is identifying: it may only ask whether it is answered (on page "apart")',
    ]);
    const answered = { ...formWith(ask("apart", "answered")), pages };
    expect(wordsOf(answered)).toEqual([]);
  });

  test("a page that looks ahead, also through another condition", () => {
    const form = formWith(isA);
    const [first, ...others] = form.pages;
    const conditions = [
      { id: "named", rule: ask("text", "answered") },
      { id: "met", rule: { not: { condition: "named" } } },
    ];
    const pages = [first, { ...others[0], showIf: "met" }, ...others.slice(1)];
    expect(wordsOf({ ...form, conditions, pages })).toEqual([
      'Page "some" is shown by condition "met", which looks at question "text": move that question to a page before "some"',
    ]);
    const unknown = [first, { ...others[0], showIf: "nothing" }];
    expect(wordsOf({ ...form, pages: unknown })).toContain(
      'Page "some" is shown by condition "nothing", which is not there',
    );
  });
});

test("a rule deeper than anybody reads is misshapen, and one named again and again is asked once", () => {
  let deep: Rule = isA;
  for (let depth = 0; depth < 50_000; depth += 1) deep = { not: deep };
  expect(checkDefinition(formWith(deep))).toMatchObject({ ok: false });
  const conditions = Array.from({ length: 90 }, (_, index) => ({
    id: `c${index}`,
    rule:
      index === 0
        ? isA
        : { all: [0, 1].map(() => ({ condition: `c${index - 1}` })) },
  }));
  const form = formWith({ condition: "c89" });
  const definition = callDefinitionSchema.parse({
    ...form,
    conditions: [...conditions, ...form.conditions],
  });
  expect(askedPages(definition, { one: "a" }).at(-1)?.id).toBe("last");
});
