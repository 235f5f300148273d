import { expect, test } from "vitest";
import {
  action as order,
  loader as editor,
} from "#app/routes/review.calls_.$call_.edit.tsx";
import { action as about } from "#app/routes/review.calls_.$call_.edit_.about.tsx";
import {
  action as savePage,
  loader as page,
} from "#app/routes/review.calls_.$call_.edit_.pages_.$page.tsx";
import {
  action as remove,
  loader as removal,
} from "#app/routes/review.calls_.$call_.edit_.pages_.$page_.remove.tsx";
import { action as add } from "#app/routes/review.calls_.$call_.edit_.pages_.new.tsx";
import {
  action as publish,
  loader as publishing,
} from "#app/routes/review.calls_.$call_.edit_.publish.tsx";
import { ask, type RouteFunction } from "#tests/asking/routes.ts";
import { givenEditor } from "#tests/given/authoring.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { signInAs } from "#tests/given/sessions.ts";

async function givenScreens(...overrides: Parameters<typeof givenEditor>) {
  const { db, call } = await givenEditor(...overrides);
  const context = await makeTestContext(db);
  const { cookie } = await signInAs(context, "lead");
  const params = { call: call.slug, page: "who" };
  const asked = { context, cookie, params, path: "/review/calls" };
  return {
    call,
    see: async (loader: RouteFunction, where = {}) =>
      (await ask(loader, { ...asked, params: { ...params, ...where } })).data
        ?.screen as Record<string, unknown>,
    send: (
      action: RouteFunction,
      form: Record<string, string> | [string, string][],
      where = {},
    ) => ask(action, { ...asked, form, params: { ...params, ...where } }),
  };
}

test("pages, rules and what is wrong are told by their words, with the place to mend it", async () => {
  const { call, see, send } = await givenScreens();
  const edit = `/review/calls/${call.slug}/edit`;
  expect(await see(editor)).toMatchObject({
    ...{ isChanged: false, changes: [], problems: [] },
    pages: [
      { name: "Who answers?", place: 1, facts: "1 question" },
      {
        name: "What is it called?",
        facts: "1 question, shown if “Who answers?” is “organisation”",
      },
      { name: "Its report" },
      { name: "Your story" },
    ],
    rules: [
      { sentence: "“Who answers?” is “organisation”." },
      {
        sentence:
          "The rule (“Who answers?” is “organisation”) holds and “What is it called?” is answered.",
      },
    ],
  });
  const seen = String((await see(removal)).seen);
  expect((await see(removal)).brokenRules).toEqual([
    "The rule (“Who answers?” is “organisation”) looks at it. It shows “What is it called?” and “Its report”.",
  ]);
  await send(add, { title: "Thank you" });
  expect((await send(remove, { seen })).location).toBe(`${edit}#pages`);
  expect(await see(editor)).toMatchObject({
    changes: ["New page: “Thank you”", "Removed page: “Who answers?”"],
    problems: [
      {
        words: "“Thank you” has no question.",
        href: `${edit}/pages/thank-you`,
      },
      { href: `${edit}/rules/for-organisation` },
    ],
  });
});

test("whoever saves second is given both texts, and can put theirs in the place", async () => {
  const { see, send } = await givenScreens();
  const { seen } = await see(page);
  const form = { title: "Mine", intro: "", showIf: "", seen: String(seen) };
  await send(savePage, { ...form, title: "Theirs" });
  const refused = await send(savePage, form);
  expect(refused).toMatchObject({ status: 409, hasFormErrors: true });
  expect(refused.data).toMatchObject({
    ...{ sent: { title: "Mine" }, isConflict: true },
  });
  const now = await see(page);
  expect(now).toMatchObject({ title: "Theirs" });
  await send(savePage, { ...form, seen: String(now.seen) });
  expect(await see(page)).toMatchObject({ title: "Mine" });
});

test("pages come into the order of their numbers, and what is no number is given back", async () => {
  const { see, send } = await givenScreens();
  const pages = ["who", "organisation", "file", "story"];
  const typed = (places: string[]) => [
    ...pages.map((id): [string, string] => ["page", id]),
    ...places.map((place): [string, string] => ["place", place]),
  ];
  expect((await send(order, typed(["1", "2", "", "1"]))).data).toMatchObject({
    sent: { place: ["1", "2", "", "1"] },
    errors: expect.objectContaining({}) as object,
  });
  await send(order, typed(["1", "2", "3", "1"]));
  expect(await see(editor)).toMatchObject({
    changes: ["Moved page: “Your story”"],
    pages: [{ key: "story" }, { key: "who" }, {}, {}],
  });
  expect((await send(order, typed(["1", "2", "3", "4"]))).data).toMatchObject({
    errors: { "": expect.stringContaining("Somebody added") as string },
  });
});

test("a call in preparation is published by one person, one that is open by none", async () => {
  const { see, send } = await givenScreens();
  await send(add, { title: "Empty" });
  const { rowVersion } = await see(publishing);
  const form = { rowVersion: String(rowVersion) };
  await send(publish, form);
  expect(await see(editor)).toMatchObject({ isChanged: true });
  const seen = String((await see(removal, { page: "empty" })).seen);
  await send(remove, { seen }, { page: "empty" });
  await send(about, { title: "Another", seen: "stale" });
  const other = await see(page);
  await send(savePage, { title: "Who", seen: String(other.seen) });
  const again = await see(publishing);
  await send(publish, { rowVersion: String(again.rowVersion) });
  expect(await see(editor)).toMatchObject({
    ...{ isChanged: false, pages: [{ name: "Who" }, {}, {}, {}] },
  });
});
