import { expect, test } from "vitest";
import {
  action as make,
  loader as making,
} from "#app/routes/review.calls_.$call_.edit_.new-rule.tsx";
import {
  action as savePage,
  loader as page,
} from "#app/routes/review.calls_.$call_.edit_.pages_.$page.tsx";
import {
  action as saveRule,
  loader as rule,
} from "#app/routes/review.calls_.$call_.edit_.rules_.$rule.tsx";
import {
  action as savePart,
  loader as choosing,
} from "#app/routes/review.calls_.$call_.edit_.rules_.$rule_.part.tsx";
import {
  action as remove,
  loader as removal,
} from "#app/routes/review.calls_.$call_.edit_.rules_.$rule_.remove.tsx";
import { ask, type RouteFunction } from "#tests/asking/routes.ts";
import { callDefinitionSchema } from "#app/domain/calls/definition.ts";
import { givenEditor } from "#tests/given/authoring.ts";
import { formWithConditions } from "#tests/given/forms-with-conditions.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { signInAs } from "#tests/given/sessions.ts";

type Screen = Record<string, unknown>;

async function givenRules(of: Parameters<typeof givenEditor>[0] = {}) {
  const { db, call } = await givenEditor(of);
  const context = await makeTestContext(db);
  const { cookie } = await signInAs(context, "lead");
  const start = { call: call.slug, page: "story", rule: "rule" };
  const asked = { context, cookie };
  return {
    edit: `/review/calls/${call.slug}/edit`,
    see: async (loader: RouteFunction, path = "/review", where = {}) =>
      (await ask(loader, { ...asked, path, params: { ...start, ...where } }))
        .data?.screen as Screen,
    send: (
      action: RouteFunction,
      form: Record<string, string> | [string, string][],
      where = {},
    ) =>
      ask(action, {
        ...{ ...asked, form, path: "/review" },
        params: { ...start, ...where },
      }),
  };
}

test("a rule for a page is made step by step, and the page is shown by it", async () => {
  const { edit, see, send } = await givenRules();
  const seen = String((await see(page)).seen);
  const typed = { title: "Told", intro: "", showIf: "", then: "new-rule" };
  const to = (await send(savePage, { ...typed, seen })).location ?? "";
  expect(to).toMatch(`${edit}/new-rule?page=story&seen=`);
  expect(await see(making, to)).toMatchObject({
    caption: "Who is asked “Told”",
    step: {
      kind: "question",
      find: undefined,
      pages: [
        {
          heading: "Page 1, “Who answers?”",
          questions: [{ words: "Who answers?", href: `${to}&question=who` }],
        },
        { heading: "Page 2, “What is it called?”" },
      ],
      rules: [{}, {}],
    },
  });
  expect(await see(making, `${to}&question=who`)).toMatchObject({
    backHref: to,
    step: {
      kind: "ask",
      about: "“Who answers?”",
      asks: [
        { words: "is", href: `${to}&question=who&ask=is` },
        { key: "is-not" },
        { key: "is-one-of" },
        { key: "is-none-of" },
        { key: "answered" },
        { key: "not-answered" },
      ],
    },
  });
  const last = await see(making, `${to}&question=who&ask=is`);
  expect(last).toMatchObject({
    step: {
      kind: "value",
      compared: "option",
      options: [{ value: "self" }, { value: "organisation" }],
    },
  });
  const form = { question: "who", ask: "is", page: "story" };
  const sent = { ...form, seen: String(last.seen) };
  expect((await send(make, sent)).data).toMatchObject({
    errors: { value: "Choose an answer" },
  });
  expect((await send(make, { ...sent, value: "self" })).location).toBe(
    `${edit}/rules/rule`,
  );
  expect(await see(rule)).toMatchObject({
    sentence: "“Who answers?” is “self”.",
    pages: [{ words: "Page 4, “Told”", href: `${edit}/pages/story` }],
    results: ["“Told” is shown to some people and not to others."],
  });
});

test("a number is compared with one or two that are typed, and what is typed wrongly stays", async () => {
  const age = { id: "age", type: "whole-number", label: { en: "How old?" } };
  const definition = callDefinitionSchema.parse({
    ...formWithConditions,
    pages: [{ id: "age", questions: [age] }, ...formWithConditions.pages],
  });
  const { edit, see, send } = await givenRules({ definition });
  const start = `${edit}/new-rule?page=story&question=age`;
  expect(await see(making, start)).toMatchObject({
    step: {
      asks: [
        ...[{ key: "is" }, { key: "is-not" }, { words: "is under" }],
        ...[{ words: "is at least" }, { key: "at-most" }, { key: "over" }],
        ...[{ key: "between" }, { key: "answered" }, { key: "not-answered" }],
      ],
    },
  });
  const last = await see(making, `${start}&ask=is`);
  expect(last).toMatchObject({
    step: {
      compared: "number",
      carried: [{}, {}, {}, { name: "kind", value: "number" }],
    },
  });
  const form = { question: "age", page: "story", seen: String(last.seen) };
  const exactly = { ...form, ask: "is", kind: "number", number: "" };
  expect((await send(make, exactly)).data).toMatchObject({
    errors: { number: "Enter a whole number, such as 16" },
  });
  const between = { ...form, ask: "between", number: "1,000", to: "17 or so" };
  expect((await send(make, between)).data).toMatchObject({
    errors: { to: "Enter a whole number, such as 16" },
    sent: { number: "1,000", to: "17 or so" },
  });
  expect((await send(make, { ...between, to: "17" })).data).toMatchObject({
    errors: { to: "Enter a number that is not less than the first" },
  });
  const made = await send(make, { ...between, number: "16", to: "1,017" });
  expect(made.location).toBe(`${edit}/rules/rule`);
  const part = await see(choosing, `${edit}?nth=0&question=age&ask=between`);
  expect(part).toMatchObject({ step: { values: ["16", "1017"] } });
  expect(await see(rule)).toMatchObject({
    sentence: "“How old?” is from 16 to 1,017.",
    results: ["“Your story” is shown to some people and not to others."],
  });
  // From the list of rules one is made for no page.
  const forNone = { question: "age", ask: "over", number: "60", seen: "" };
  expect((await send(make, forNone)).location).toBe(`${edit}/rules/rule-2`);
  const never = { question: "age", ask: "under", number: "0", nth: "0" };
  const { seen } = (await see(rule)) as { seen: string };
  await send(savePart, { ...never, seen });
  expect(await see(rule)).toMatchObject({
    results: [
      "The rule (“How old?” is under 0) asks for a number that “How old?” does not take: change the number here, or the least and the most of that question.",
    ],
  });
});

test("parts are added, joined and taken away, and whoever saves second is given both", async () => {
  const { see, send } = await givenRules();
  const other = { rule: "for-organisation" };
  const of = async () => String((await see(rule, "/review", other)).seen);
  const opened = await of();
  const part = { question: "who", ask: "is-none-of", value: "self" };
  await send(savePart, { ...part, seen: opened }, other);
  await send(
    saveRule,
    { name: "Bodies", join: "not-all", seen: await of() },
    other,
  );
  expect(await see(rule, "/review", other)).toMatchObject({
    heading: "Rule “Bodies”",
    sentence:
      "Not (“Who answers?” is “organisation” and “Who answers?” is none of “self”).",
    level: { join: "not-all", parts: [{}, {}] },
  });
  const refused = await send(
    savePart,
    { ...part, nth: "0", seen: opened },
    other,
  );
  expect(refused).toMatchObject({
    ...{ status: 409, hasFormErrors: true },
    data: { isConflict: true, sent: { nth: "0", value: "self" } },
  });
  await send(
    saveRule,
    { name: "Bodies", remove: "1", seen: await of() },
    other,
  );
  expect(await see(rule, "/review", other)).toMatchObject({
    sentence: "Not (“Who answers?” is “organisation”).",
  });
});

test("what a part asks now is told at each step, and a search finds questions by their words", async () => {
  const { see } = await givenRules();
  const other = { rule: "for-organisation" };
  const { level } = (await see(rule, "/review", other)) as {
    level: { parts: { changeHref: string }[] };
  };
  const href = level.parts[0]!.changeHref;
  expect(await see(choosing, href, other)).toMatchObject({
    step: { pages: [{ questions: [{ key: "who", isNow: true }] }] },
  });
  expect(await see(choosing, `${href}&question=who`, other)).toMatchObject({
    step: {
      asks: [{ key: "is", isNow: true }, { isNow: false }, {}, {}, {}, {}],
    },
  });
  expect(await see(choosing, `${href}&find=nobody`, other)).toMatchObject({
    step: { pages: [], rules: [] },
  });
});

test("a rule that another names is not removed, and one that shows a page says for whom it is then", async () => {
  const { edit, see, send } = await givenRules();
  const named = { rule: "for-organisation" };
  expect(await see(removal, "/review", named)).toMatchObject({
    pages: ["“What is it called?”"],
    naming: [{ href: `${edit}/rules/named-organisation` }],
  });
  const naming = { rule: "named-organisation" };
  const told = await see(removal, "/review", naming);
  expect(told).toMatchObject({ pages: ["“Its report”"], naming: [] });
  const form = { seen: String(told.seen), page: "file" };
  expect((await send(remove, form, naming)).location).toBe(`${edit}#rules`);
  expect(await see(page, "/review", { page: "file" })).toMatchObject({
    showIf: undefined,
  });
});
