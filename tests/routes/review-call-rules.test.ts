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
import { givenEditor } from "#tests/given/authoring.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { signInAs } from "#tests/given/sessions.ts";

type Screen = Record<string, unknown>;

async function givenRules() {
  const { db, call } = await givenEditor();
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
