import { expect, test } from "vitest";
import { loader as queue } from "#app/routes/review.queue.tsx";
import { loader as views } from "#app/routes/review.views.tsx";
import {
  action as save,
  loader as newView,
} from "#app/routes/review.views_.new.tsx";
import {
  action as change,
  loader as view,
} from "#app/routes/review.views_.$view.tsx";
import {
  action as remove,
  loader as removal,
} from "#app/routes/review.views_.$view_.delete.tsx";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenQueue } from "#tests/given/queues.ts";
import { signInAs } from "#tests/given/sessions.ts";

type Shown = { search: { views: unknown }; views: unknown[] };
type Reply = Record<"errors" | "sent", Record<string, string>>;

async function givenDesk() {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db);
  const { call } = await givenQueue(db, 3);
  const { cookie } = await signInAs(context, "reviewer");
  const other = await signInAs(context, "reviewer");
  const admin = await signInAs(context, "admin");
  const send = (
    to: typeof save,
    form: Record<string, string>,
    more: { cookie?: string; params?: Record<string, string> } = {},
  ) => ask(to, { context, path: "/review/views", cookie, form, ...more });
  return { context, call, cookie, other, admin, send };
}

const late = { name: "Late ones", q: "late state:to-do", sort: "newest" };

test("a list is saved with all that narrows it, leads to itself, and stands in the queue", async () => {
  const { context, call, cookie, send } = await givenDesk();
  const path = `/review/views/new?call=${call.slug}&q=late&state=to-do&sort=newest`;
  const form = await ask(newView, { context, path, cookie });
  const q = `late call:${call.slug} state:to-do`;
  expect(form.data?.view).toMatchObject({ q, sort: "newest" });
  const saved = await send(save, { ...late, q });
  expect(saved.status).toBe(303);
  const at = saved.location ?? "";
  const page = await ask(queue, { context, path: at, cookie });
  expect((page.data as Shown).search.views).toMatchObject({
    current: "Late ones",
    own: [{ name: "Late ones", isCurrent: true, href: at }],
    saveHref: undefined,
  });
});

test("a colleague has a view once it is shared, and cannot change it; an admin can", async () => {
  const { context, other, admin, send } = await givenDesk();
  await send(save, late);
  const look = async ({ cookie }: { cookie: string }) => {
    const path = "/review/views";
    const page = await ask(views, { context, path, cookie });
    return (page.data as Shown).views;
  };
  expect(await look(other)).toEqual([]);
  const params = { view: "1" };
  await send(change, { ...late, shared: "yes", rowVersion: "1" }, { params });
  expect(await look(other)).toMatchObject([{ changeHref: undefined }]);
  expect(await look(admin)).toMatchObject([{ changeHref: "/review/views/1" }]);
  for (const loader of [view, removal]) {
    const asked = { context, path: "/review/views/1", params };
    expect((await ask(loader, { ...asked, ...other })).status).toBe(403);
    expect((await ask(loader, { ...asked, ...admin })).status).toBe(200);
  }
  const { cookie } = other;
  const refused = await send(remove, {}, { params, cookie });
  expect(refused.status).toBe(403);
  const done = await send(remove, {}, { params, cookie: admin.cookie });
  expect(done.location).toBe("/review/views");
  expect(await look(other)).toEqual([]);
});

test("a view that cannot be kept comes back with what was typed and why", async () => {
  const { send } = await givenDesk();
  await send(save, late);
  const refused: [
    form: Record<string, string>,
    field: string,
    words: RegExp,
  ][] = [
    [{ ...late, q: "late" }, "name", /already/],
    [{ ...late, name: "" }, "name", /Enter a name/],
    [{ ...late, name: 'My "own"' }, "name", /quotation/],
    [{ ...late, name: "Own", q: " " }, "q", /Enter a search/],
    [{ ...late, name: "Own", q: "x".repeat(2_001) }, "q", /2,000/],
    [{ ...late, name: "Own", q: "view:own" }, "q", /cannot stand on itself/],
  ];
  for (const [form, field, words] of refused) {
    const answer = await send(save, form);
    expect({ form, status: answer.status }).toEqual({ form, status: 400 });
    const { errors, sent } = answer.data as Reply;
    expect(errors[field]).toMatch(words);
    expect(sent.name).toBe(form.name);
  }
});

test("a view that was changed meanwhile is shown as it is now", async () => {
  const { send } = await givenDesk();
  await send(save, late);
  const params = { view: "1" };
  const first = { ...late, name: "First", rowVersion: "1" };
  expect((await send(change, first, { params })).location).toBe(
    "/review/views",
  );
  const second = { ...late, name: "Second", rowVersion: "1" };
  expect((await send(change, second, { params })).location).toBe(
    "/review/views/1",
  );
});
