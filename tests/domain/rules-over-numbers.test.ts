import { expect, test } from "vitest";
import { askedPages } from "#app/domain/calls/asked-pages.ts";
import type { Rule } from "#app/domain/calls/conditions.ts";
import {
  callDefinitionSchema,
  checkDefinition,
} from "#app/domain/calls/definition.ts";
import { describeDefinitionProblem } from "#app/screens/review/definition-words.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";

const label = { en: "A question" };
const choices = ["a", "b"].map((value) => ({ value, label: { en: value } }));
const page = (id: string, question: object, more = {}) => ({
  id,
  questions: [{ id, label, ...question }],
  ...more,
});

const formWith = (rule: Rule) => ({
  ...callForAdvice,
  conditions: [{ id: "met", rule }],
  pages: [
    page("one", { type: "radios", choices }),
    page("age", { type: "whole-number", least: 10, most: 120 }),
    page("last", { type: "long-text" }, { showIf: "met" }),
  ],
});

const ask = (question: string, operator: string, value: string) =>
  ({ question, operator, value }) as Rule;
const age = (operator: string, value: string) => ask("age", operator, value);
const fromTo = (...values: [string, string]): Rule => ({
  ...{ question: "age", operator: "between", values },
});
const from16To17 = fromTo("16", "17");

test.each<[Rule, string | undefined, boolean]>([
  [age("under", "16"), "15", true],
  [age("under", "16"), "16", false],
  [age("at-least", "16"), "16", true],
  [age("at-most", "16"), " 16 ", true],
  [age("at-most", "16"), "17", false],
  [age("over", "16"), "16", false],
  [age("is", "16"), "016", true],
  [age("is-not", "16"), "17", true],
  [from16To17, "15", false],
  [from16To17, "16", true],
  [from16To17, "17", true],
  [from16To17, "18", false],
  // Nought is a number, and an answer.
  [age("under", "16"), "0", true],
  [{ question: "age", operator: "answered" }, "0", true],
  // No number is neither under one nor at least it, nor on either side of several.
  [age("under", "16"), undefined, false],
  [age("at-least", "16"), undefined, false],
  [age("under", "16"), "twelve", false],
  [age("at-least", "16"), "twelve", false],
  [age("is-not", "16"), "twelve", true],
  [{ not: from16To17 }, "twelve", true],
  [{ question: "age", operator: "not-answered" }, undefined, true],
])("%j of %j: %s", (rule, typed, expected) => {
  const form = callDefinitionSchema.parse(formWith(rule));
  const asked = askedPages(form, { age: typed });
  expect(asked.some(({ id }) => id === "last")).toBe(expected);
});

test.each<[Rule, string]>([
  [age("under", "016"), 'compares question "age" with "016"'],
  [age("over", "many"), 'compares question "age" with "many"'],
  [age("under", "10"), 'holds of no number that question "age" takes'],
  [age("at-least", "121"), 'holds of no number that question "age" takes'],
  [age("at-most", "120"), 'holds of every number that question "age" takes'],
  [fromTo("17", "16"), 'holds of no number that question "age" takes'],
  [age("includes", "16"), 'asks "includes" of question "age"'],
  [ask("one", "under", "a"), 'asks "under" of question "one"'],
])("%j is refused: %s", (rule, expected) => {
  const checked = checkDefinition(formWith(rule));
  const said = checked.ok
    ? []
    : checked.problems.map(describeDefinitionProblem);
  expect(said.join("\n")).toContain(expected);
});
