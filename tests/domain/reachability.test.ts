import { expect, test } from "vitest";
import type { Rule } from "#app/domain/calls/conditions.ts";
import { callDefinitionSchema } from "#app/domain/calls/definition.ts";
import { reachOfPages } from "#app/domain/calls/reachability.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { describeReach } from "#app/screens/review/reach-words.ts";

const label = { en: "A question" };
const choice = (value: string) => ({ value, label: { en: value } });
const yesOrNo = { type: "radios", choices: [choice("yes"), choice("no")] };
const required = { ...yesOrNo, required: true };
const boxes = { ...yesOrNo, type: "checkboxes" };

type Asked = [id: string, question: object, rule?: Rule];

/** What can be said of the pages of a form, each with one question and, where it has a rule, a condition of its own. */
function reach(pages: Asked[]) {
  const conditions = pages.flatMap(([id, , rule]) =>
    rule ? [{ id: `rule-${id}`, rule }] : [],
  );
  const definition = callDefinitionSchema.parse({
    ...callForAdvice,
    conditions,
    pages: pages.map(([id, question, rule]) => ({
      id,
      ...(rule && { showIf: `rule-${id}` }),
      questions: [{ id, label, ...question }],
    })),
  });
  return reachOfPages(definition);
}

const is = (question: string, value: string): Rule => ({
  ...{ question, operator: "is", value },
});
const includes = (question: string, value: string): Rule => ({
  ...{ question, operator: "includes", value },
});
const text = { type: "short-text" };
const before = (value: string): Rule => ({
  ...{ question: "day", operator: "before", value },
});
const after = (value: string): Rule => ({
  ...{ question: "day", operator: "after", value },
});
const day = { type: "date" };
const age = { type: "whole-number", most: 120, required: true };
const aged = (
  operator: "under" | "at-least" | "at-most" | "over",
  value: string,
): Rule => ({
  ...{ question: "age", operator, value },
});

test.each<[what: string, pages: Asked[], reach: string[]]>([
  [
    "B shown if A=yes",
    [
      ["a", required],
      ["b", text, is("a", "yes")],
      ["c", text],
    ],
    ["sometimes"],
  ],
  [
    "one choice that is two",
    [
      ["a", yesOrNo],
      ["b", text, { all: [is("a", "yes"), is("a", "no")] }],
    ],
    ["never"],
  ],
  [
    "boxes that are two",
    [
      ["a", boxes],
      ["b", text, { all: [includes("a", "yes"), includes("a", "no")] }],
    ],
    ["sometimes"],
  ],
  [
    "what hangs on the answer of a page that is hidden then",
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
    ["sometimes", "never"],
  ],
  [
    "either answer of a question that is required",
    [
      ["a", required],
      ["b", text, { any: [is("a", "yes"), is("a", "no")] }],
    ],
    ["always"],
  ],
  [
    "either answer of a question that may be left out",
    [
      ["a", yesOrNo],
      ["b", text, { any: [is("a", "yes"), is("a", "no")] }],
    ],
    ["sometimes"],
  ],
  [
    "either answer of a required question on a page that not everybody is asked",
    [
      ["a", required],
      ["b", required, is("a", "yes")],
      ["c", text, { any: [is("b", "yes"), is("b", "no")] }],
    ],
    ["sometimes", "sometimes"],
  ],
  [
    "a day before one and after a later one",
    [
      ["day", day],
      ["b", text, { all: [before("2020-01-16"), after("2020-01-17")] }],
    ],
    ["never"],
  ],
  [
    "a day that is neither before nor after itself",
    [
      ["day", { ...day, required: true }],
      [
        "b",
        text,
        { all: [{ not: before("2020-02-29") }, { not: after("2020-02-29") }] },
      ],
    ],
    ["sometimes"],
  ],
  [
    "under 16 and more than 20",
    [
      ["age", age],
      ["b", text, { all: [aged("under", "16"), aged("over", "20")] }],
    ],
    ["never"],
  ],
  [
    "under 16 and more than 17, and from 18 down to 18",
    [
      ["age", age],
      ["b", text, { all: [aged("under", "16"), aged("over", "17")] }],
      ["c", text, { all: [aged("at-least", "18"), aged("at-most", "18")] }],
    ],
    ["never", "sometimes"],
  ],
  [
    "more than 16 and under 17, between which no whole number is",
    [
      ["age", age],
      ["b", text, { all: [aged("over", "16"), aged("under", "17")] }],
    ],
    ["never"],
  ],
  [
    "under 16 or at least 16, answered and perhaps not",
    [
      ["age", age],
      ["b", text, { any: [aged("under", "16"), aged("at-least", "16")] }],
    ],
    ["always"],
  ],
  [
    "under 16 or at least 16, where it may be left out",
    [
      ["age", { ...age, required: false }],
      ["b", text, { any: [aged("under", "16"), aged("at-least", "16")] }],
    ],
    ["sometimes"],
  ],
  [
    "boxes of which at least one is required",
    [
      ["a", { ...boxes, required: true }],
      ["b", text, { any: [includes("a", "yes"), includes("a", "no")] }],
    ],
    ["always"],
  ],
])("%s", (_what, pages, expected) => {
  expect(reach(pages).map((one) => one.reach)).toEqual(expected);
});

test("more than 4,096 combinations are not tried, and nothing is promised", () => {
  const asked = (count: number): Asked[] => {
    const ids = Array.from({ length: count }, (_, at) => `q${at}`);
    const rule: Rule = { all: ids.map((id) => is(id, "yes")) };
    return [...ids.map((id): Asked => [id, required]), ["last", text, rule]];
  };
  expect(reach(asked(12)).at(-1)?.reach).toBe("sometimes");
  const [told] = reach(asked(13));
  expect(told?.reach).toBe("not-checked");
  expect(told?.questionIds).toHaveLength(13);
});

test("numbers are tried by the kinds that rules tell apart, and no more", () => {
  const ages = Array.from({ length: 10 }, (_, at) => `age${at}`);
  const rule: Rule = {
    all: ages.flatMap((question): Rule[] => [
      { question, operator: "under", value: "16" },
      { not: { question, operator: "at-least", value: "16" } },
    ]),
  };
  const asked = ages.map((id): Asked => [id, age]);
  expect(reach([...asked, ["last", text, rule]])).toMatchObject([
    { reach: "sometimes" },
  ]);
});

test("what is found names the page, the condition and the questions", () => {
  const never: Asked[] = [
    ["other", yesOrNo],
    ["a", required],
    ["b", text, { all: [is("a", "yes"), is("a", "no")] }],
    ["c", text, { any: [is("a", "yes"), is("a", "no")] }],
  ];
  expect(describeReach(reach(never))).toEqual({
    problems: [
      'Page "b" (condition "rule-b") can never be shown: no answers to question "a" make its condition hold',
    ],
    remarks: [
      'Page "c" (condition "rule-c") is always shown: its condition holds whatever is answered to question "a"',
    ],
  });
});
