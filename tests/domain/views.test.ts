import { expect, test } from "vitest";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { printQuery } from "#app/domain/triage/queue-query-print.ts";
import { readQuery } from "#app/domain/triage/queue-query.ts";
import { searchOf } from "#app/domain/triage/view-search.ts";
import {
  changeView,
  deleteView,
  saveView,
  selectViews,
} from "#app/domain/triage/views.server.ts";
import { newViewSchema } from "#app/domain/triage/views.ts";
import { givenFour, now } from "#tests/given/searches.ts";
import { lookFor, plain, saveAs } from "#tests/given/views.ts";

test("no view stands on itself, at once or by way of others", async () => {
  const given = await givenFour();
  const { db, me: actor } = given;
  const one = await saveAs(given, "One", "worker");
  await saveAs(given, "Two", "view:one late");
  await saveAs(given, "Three", "-view:two");
  const change = { ...plain, ...one, actor, q: "view:three OR poor" };
  expect(await changeView(db, change)).toEqual({
    ...{ ok: false, reason: "circle" },
    names: ["One", "Three", "Two", "One"],
  });
  const own = { ...plain, actor, name: "Self", q: "view:self" };
  expect(await saveView(db, own)).toMatchObject({ reason: "circle" });
});

test("a shared view says the same to everybody, and stands on what is shared", async () => {
  const given = await givenFour();
  const { db, me, colleague } = given;
  const mine = await saveAs(given, "Late", "late");
  const shared = { ...plain, actor: me, name: "Ours", isShared: true };
  expect(await saveView(db, { ...shared, q: "view:late" })).toEqual({
    ...{ ok: false, reason: "names-private", name: "Late" },
  });
  await changeView(db, { ...plain, ...mine, actor: me, isShared: true });
  await saveAs(given, "Ours", "view:late", { isShared: true });
  await saveAs(given, "Late", "poor", { actor: colleague });
  const see = (q: string) => lookFor(given, q, colleague);
  expect(await see("view:ours")).toEqual([2]);
  expect(await see("view:late")).toEqual([3]);
});

test("two of a person's views, and two that are shared, have two names", async () => {
  const given = await givenFour();
  const { db, me, colleague } = given;
  await saveAs(given, "Late", "late", { isShared: true });
  const twin = { ...plain, name: "LATE ", q: "poor" };
  expect(await saveView(db, { ...twin, actor: me })).toMatchObject({
    reason: "name-taken",
  });
  const others = { ...twin, actor: colleague };
  expect(await saveView(db, { ...others, isShared: true })).toMatchObject({
    reason: "shared-name-taken",
  });
  expect(await saveView(db, others)).toMatchObject({ ok: true });
});

test("only its owner or an admin changes and deletes a shared view, and nobody one that changed meanwhile", async () => {
  const given = await givenFour();
  const { db, me, colleague } = given;
  const view = await saveAs(given, "Late", "late", { isShared: true });
  await saveAs(given, "Own", "late");
  const admin = { ...colleague, role: "admin" as const };
  const change = { ...plain, ...view, q: "poor" };
  expect(await changeView(db, { ...change, actor: colleague })).toMatchObject({
    reason: "not-allowed",
  });
  const { viewId } = view;
  expect(await deleteView(db, { viewId, actor: colleague, now })).toMatchObject(
    { reason: "not-allowed" },
  );
  expect(await changeView(db, { ...change, actor: admin })).toMatchObject({
    view: { ownerId: me.staffId, q: "poor" },
  });
  expect(await changeView(db, { ...change, actor: me })).toMatchObject({
    reason: "changed-meanwhile",
  });
  const own = (await selectViews(db, me)).find(({ name }) => name === "Own");
  const unseen = { viewId: own?.viewId ?? 0, actor: admin, now };
  expect(await deleteView(db, unseen)).toMatchObject({ reason: "not-found" });
  expect(await deleteView(db, { viewId, actor: admin, now })).toMatchObject({
    ok: true,
  });
  expect(await selectViews(db, colleague)).toEqual([]);
});

test("a list with its filters is one search that finds the same", async () => {
  const { me, colleague } = await givenFour();
  const choices = {
    staff: [me, colleague],
    groups: [{ groupId: 3, name: "Kin readers", members: [] }],
    tags: [{ tagId: 7, name: "Foster care", isRetired: false }],
  };
  const some = { ...wholeQueue, state: "all" as const };
  const found: [filter: Partial<typeof wholeQueue>, q: string][] = [
    [{ q: "a OR b" }, "a OR b"],
    [{ q: "a OR b", callSlug: "advice" }, "(a OR b) call:advice"],
    [{ state: "to-do" }, "state:to-do"],
    [{}, "state:all"],
    [{ q: "a", state: "triaged" }, "a state:triaged"],
    [{ q: "a state:spam", state: "spam" }, "a state:spam"],
    [{ q: "a state:spam", state: "triaged" }, "a state:triaged"],
    [{ assignee: "me", hasFiles: true }, "assigned:me has:file"],
    [{ assignee: "group:3" }, 'assigned:"Kin readers"'],
    [
      { assignee: me.staffId, tagId: 7, isFlagged: true },
      'assigned:"Imogen Hart" tag:"Foster care" flag:safeguarding',
    ],
  ];
  for (const [filter, q] of found)
    expect(searchOf({ ...some, ...filter }, choices)).toBe(q);
});

test("a name stands in a search as it was given", () => {
  for (const name of ["Anna's", "OR", "(a) b", "caf\u00E9: -x", "a*"]) {
    const tree = {
      is: "key",
      key: "view",
      value: name,
      isPrefix: false,
    } as const;
    expect(readQuery(printQuery(tree)).tree).toEqual(tree);
  }
  const words = { q: "a", name: "The \u201Cbest\u201D" };
  expect(newViewSchema.safeParse(words).error?.issues[0]?.message).toBe(
    "view-name-quotes",
  );
});
