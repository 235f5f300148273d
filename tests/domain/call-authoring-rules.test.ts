import { expect, test } from "vitest";
import { checkWorkingCopy } from "#app/domain/calls/authoring/check-working-copy.ts";
import { changePage } from "#app/domain/calls/authoring/edits.ts";
import { selectGivenRules } from "#app/domain/calls/authoring/given-ids.server.ts";
import {
  addRule,
  changeRule,
  removePart,
  removeRule,
  savePart,
} from "#app/domain/calls/authoring/rule-edits.ts";
import {
  type ChosenPart,
  questionsForRule,
  rulesForRule,
} from "#app/domain/calls/authoring/rule-parts.ts";
import { findWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { seenOf } from "#app/domain/calls/authoring/working-copy.ts";
import { callDefinitionSchema } from "#app/domain/calls/definition.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { givenEditor } from "#tests/given/authoring.ts";

const choice = (value: string) => ({ value, label: { en: value } });
const page = (id: string, question: object) => ({
  id,
  questions: [{ id, label: { en: `${id}?` }, ...question }],
});
const yesOrNo = { type: "radios", choices: [choice("yes"), choice("no")] };

/** Three pages A, B and C that everybody is asked, and somebody who makes rules for them. */
async function givenPages(a: object = { ...yesOrNo, required: true }) {
  const definition = callDefinitionSchema.parse({
    ...callForAdvice,
    conditions: [],
    pages: [page("a", a), page("b", yesOrNo), page("c", yesOrNo)],
  });
  const editor = await givenEditor({ definition });
  const { db, call, edit } = editor;
  const now = () => findWorkingCopy(db, call.id);
  return {
    ...editor,
    now,
    /** Makes a rule, for a page where one is named. */
    make: async (part: ChosenPart, pageId?: string) => {
      const copy = await now();
      const shown = copy.pages.find(({ key }) => key === pageId);
      const seen = shown ? seenOf(copy, shown) : "";
      const taken = await selectGivenRules(db, call.id);
      return edit((was) => addRule(was, { part, pageId, seen, taken }));
    },
    add: async (ruleId: string, part: ChosenPart, nth?: number) => {
      const copy = await now();
      const rule = copy.conditions.find(({ key }) => key === ruleId)!;
      const of = { ruleId, path: [], nth, part, seen: seenOf(copy, rule) };
      return edit((was) => savePart(was, of));
    },
    ofRule: async (ruleId: string) => {
      const copy = await now();
      const rule = copy.conditions.find(({ key }) => key === ruleId)!;
      return { ruleId, path: [], seen: seenOf(copy, rule) };
    },
    reach: async () => {
      const { problems, remarks } = checkWorkingCopy(await now());
      return [...problems, ...remarks];
    },
  };
}

const is = (question: string, value: string): ChosenPart => ({
  ...{ of: { question }, ask: "is", values: [value] },
});
const asked = (question: string, ask: ChosenPart["ask"]): ChosenPart => ({
  ...{ of: { question }, ask, values: [] },
});

test("B shown if A is yes: two routes and nothing against it", async () => {
  const { make, now, reach } = await givenPages();
  await make(is("a", "yes"), "b");
  const { pages, conditions } = await now();
  expect(conditions.map(({ body }) => body)).toEqual([
    { id: "rule", rule: { question: "a", operator: "is", value: "yes" } },
  ]);
  expect(pages.map(({ body }) => body.showIf)).toEqual([
    ...[undefined, "rule", undefined],
  ]);
  expect(await reach()).toEqual([]);
});

test("a rule cannot be made to look ahead, and one that does is told with what to move", async () => {
  const { make, now, edit } = await givenPages();
  expect(await make(is("c", "yes"), "a")).toMatchObject({
    reason: "part-unknown",
  });
  await make(is("c", "yes"));
  const copy = await now();
  expect(questionsForRule(copy, { pageId: "b" })).toMatchObject([
    { pageId: "a" },
  ]);
  expect(rulesForRule(copy, { pageId: "b" })).toEqual([]);
  const form = { title: "", intro: "", showIf: "rule" };
  const seen = seenOf(copy, copy.pages[0]!);
  const saved = await edit((was) =>
    changePage(was, { ...form, pageId: "a", seen }),
  );
  expect(checkWorkingCopy(saved.copy).problems).toMatchObject([
    {
      ...{ reason: "rule-looks-ahead", pageId: "a", conditionId: "rule" },
      questionId: "c",
    },
  ]);
});

test("A is yes and A is no: nobody where one is chosen, somebody where several are", async () => {
  const one = await givenPages();
  await one.make(is("a", "yes"), "b");
  await one.add("rule", is("a", "no"));
  expect(await one.reach()).toMatchObject([{ reason: "page-never" }]);
  const ticked = (value: string): ChosenPart => ({
    ...{ of: { question: "a" }, ask: "includes", values: [value] },
  });
  const boxes = { ...yesOrNo, type: "checkboxes" };
  const several = await givenPages(boxes);
  await several.make(ticked("yes"), "b");
  await several.add("rule", ticked("no"));
  expect(await several.reach()).toEqual([]);
});

test("A is yes or A is no, and it must be answered: always shown", async () => {
  const { make, add, ofRule, edit, reach } = await givenPages();
  await make(is("a", "yes"), "b");
  await add("rule", is("a", "no"));
  const of = { ...(await ofRule("rule")), name: "", join: "any" as const };
  await edit((copy) => changeRule(copy, of));
  expect(await reach()).toMatchObject([{ pageId: "b", reach: "always" }]);
});

test("C shown if not A is yes, and B, which is shown if A is yes, is answered: nobody", async () => {
  const { make, add, reach } = await givenPages();
  await make(is("a", "yes"), "b");
  await make({ of: { rule: "rule" }, ask: "does-not-hold", values: [] }, "c");
  await add("rule-2", asked("b", "answered"));
  expect(await reach()).toMatchObject([{ pageId: "c" }]);
});

test("a rule names no rule that comes back to it, nor itself", async () => {
  const { make, add, now } = await givenPages();
  const named = (rule: string): ChosenPart => ({
    ...{ of: { rule }, ask: "holds", values: [] },
  });
  await make(is("a", "yes"));
  await make(named("rule"));
  await make(named("rule-2"));
  for (const rule of ["rule", "rule-2", "rule-3"])
    expect(await add("rule", named(rule))).toMatchObject({
      reason: "part-unknown",
    });
  expect(rulesForRule(await now(), { ruleId: "rule-2" })).toEqual(["rule"]);
});

test("parts are changed and taken away one by one, the last only with the rule", async () => {
  const { make, add, ofRule, now, edit } = await givenPages();
  await make(is("a", "yes"), "c");
  await add("rule", asked("b", "answered"));
  await add("rule", {
    ...{ of: { question: "b" }, ask: "is-none-of", values: ["no"] },
  });
  await add("rule", asked("b", "not-answered"), 1);
  const rule = async () => (await now()).conditions[0]!.body;
  const first = { question: "a", operator: "is", value: "yes" };
  expect((await rule()).rule).toEqual({
    all: [
      first,
      { question: "b", operator: "not-answered" },
      { not: { question: "b", operator: "is-one-of", values: ["no"] } },
    ],
  });
  const of = await ofRule("rule");
  await edit((copy) => changeRule(copy, { ...of, name: "Carers" }));
  expect(
    await edit((copy) => removePart(copy, { ...of, nth: 0 })),
  ).toMatchObject({ reason: "changed-meanwhile" });
  for (const nth of [1, 1]) {
    const again = await ofRule("rule");
    await edit((copy) => removePart(copy, { ...again, nth }));
  }
  expect(await rule()).toEqual({ id: "rule", name: "Carers", rule: first });
  const last = await ofRule("rule");
  expect(
    await edit((copy) => removePart(copy, { ...last, nth: 0 })),
  ).toMatchObject({ reason: "last-part" });
});

test("a rule that others name stays, one that shows pages goes with what was told of them", async () => {
  const { make, ofRule, now, edit } = await givenPages();
  await make(is("a", "yes"), "b");
  await make({ of: { rule: "rule" }, ask: "holds", values: [] }, "c");
  const remove = async (ruleId: string, shown: string[]) => {
    const of = { ...(await ofRule(ruleId)), shown };
    return edit((copy) => removeRule(copy, of));
  };
  expect(await remove("rule", ["b"])).toMatchObject({ reason: "rule-named" });
  expect(await remove("rule-2", [])).toMatchObject({
    reason: "changed-meanwhile",
  });
  await remove("rule-2", ["c"]);
  await remove("rule", ["b"]);
  const { pages, conditions } = await now();
  expect(conditions).toEqual([]);
  expect(pages.map(({ body }) => body.showIf)).toEqual(
    Array(3).fill(undefined),
  );
});

test("a deep rule that came by file is kept whole where it is not touched", async () => {
  const deep = {
    any: [
      { not: { all: [is("a", "yes"), is("a", "no")].map(toRule) } },
      { question: "b", operator: "answered" },
    ],
  };
  const definition = callDefinitionSchema.parse({
    ...callForAdvice,
    conditions: [{ id: "deep", rule: deep }],
    pages: [page("a", yesOrNo), page("b", yesOrNo)],
  });
  const { db, call, edit } = await givenEditor({ definition });
  const copy = await findWorkingCopy(db, call.id);
  const seen = seenOf(copy, copy.conditions[0]!);
  const of = { ruleId: "deep", path: [0], seen };
  const { copy: after } = await edit((was) =>
    removePart(was, { ...of, nth: 1 }),
  );
  expect(after.conditions[0]!.body.rule).toEqual({
    any: [{ not: toRule(is("a", "yes")) }, deep.any[1]],
  });
});

function toRule({ of, values: [value] }: ChosenPart) {
  return { ...of, operator: "is", value };
}
