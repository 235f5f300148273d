import { expect, test } from "vitest";
import { mergeTags, previewMerge } from "#app/domain/tagging/merging.server.ts";
import { redefineTag } from "#app/domain/tagging/redefining.server.ts";
import { undoChange } from "#app/domain/tagging/undoing.server.ts";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import { put } from "#tests/given/rows.ts";
import { findFour, givenFour, givenTag, now } from "#tests/given/searches.ts";
import { lookFor, problemsOf, saveAs } from "#tests/given/views.ts";

test("a view is a term of a search, beside others, turned round and in another view", async () => {
  const given = await givenFour();
  await saveAs(given, "Workers", "worker OR nowhere");
  await saveAs(given, "Late workers", 'view:workers "named late"');
  const found: [q: string, which: number[]][] = [
    ["view:workers", [1, 2, 3]],
    ["view:WORKERS -self-harm", [1, 2]],
    ["-view:workers", [4]],
    ['view:"late workers"', [2]],
    ['view:workers -view:"late  workers"', [1, 3]],
  ];
  for (const [q, which] of found)
    expect({ q, which: await findFour(given, q) }).toEqual({ q, which });
});

test("a view's order holds where the search names none", async () => {
  const given = await givenFour();
  await saveAs(given, "Fresh", "worker", { sort: "newest" });
  const order = async (q: string) => {
    const filter = { ...wholeQueue, q, state: "all" as const };
    const { db, me: viewer } = given;
    return (await selectQueuePage(db, { filter, viewer, now })).sort;
  };
  expect(await order("view:fresh")).toBe("newest");
  expect(await order("view:fresh sort:longest")).toBe("longest");
});

test("a name that nobody gave is told, with the nearest; a private one of a colleague is no name", async () => {
  const given = await givenFour();
  await saveAs(given, "Workers", "worker");
  await saveAs(given, "Workhouse", "worker", { actor: given.colleague });
  expect(await problemsOf(given, "view:workres x")).toMatchObject([
    {
      reason: "unknown-value",
      nearest: "Workers",
      corrected: "view:Workers x",
    },
  ]);
  expect(await problemsOf(given, "view:workhouse")).toMatchObject([
    { reason: "unknown-value", key: "view" },
  ]);
});

test("what a view's search cannot find any more is told with the view's name", async () => {
  const given = await givenFour();
  await saveAs(given, "Old", "worker tag:gone");
  expect(await lookFor(given, "view:old")).toEqual([1, 2, 3]);
  expect(await problemsOf(given, "view:old")).toMatchObject([
    { reason: "unknown-value", value: "gone", inView: "Old" },
  ]);
});

test("a circle that came about all the same is told, and ends", async () => {
  const given = await givenFour();
  await saveAs(given, "One", "worker");
  await saveAs(given, "Two", "view:one");
  await given.db
    .updateTable("saved_views")
    .set({ q: "view:two worker" })
    .where("name", "=", "One")
    .execute();
  expect(await lookFor(given, "view:one")).toEqual([1, 2, 3]);
  expect(await problemsOf(given, "view:one")).toMatchObject([
    { reason: "circle", names: ["One", "Two", "One"] },
  ]);
});

test("views that multiply each other come to an end that is told", async () => {
  const given = await givenFour();
  await saveAs(given, "v0", "worker");
  for (let level = 1; level <= 30; level += 1)
    await saveAs(given, `v${level}`, `view:v${level - 1} -view:v${level - 1}`);
  const problems = await problemsOf(given, "view:v30");
  expect(problems).toContainEqual(
    expect.objectContaining({ reason: "too-many-terms", most: 120 }),
  );
});

test("a view of a tag that became part of another goes on, until that is undone", async () => {
  const given = await givenFour();
  const { db, me } = given;
  const lead = { ...me, role: "lead" as const };
  const from = await givenTag(db, "care");
  const to = await givenTag(db, "home");
  const [one = 0, two = 0] = given.ids;
  for (const [response_id, tag_id] of [
    [one, from],
    [two, to],
  ])
    await put(db, "response_tags", {
      ...{ response_id: response_id ?? 0, tag_id: tag_id ?? 0 },
      ...{ tagged_by: me.staffId, tagged_at: now.toISOString() },
    });
  await saveAs(given, "Caring", "tag:care");
  const merge = { fromTagId: from, toTagId: to, actor: lead, now };
  const seen = await previewMerge(db, merge);
  if (!seen.ok) throw new Error(seen.reason);
  const merged = await mergeTags(db, { ...merge, seal: seen.preview.seal });
  if (!merged.ok) throw new Error(merged.reason);
  expect(await findFour(given, "view:caring")).toEqual([1, 2]);
  await undoChange(db, { changeId: merged.changeId, actor: lead, now });
  expect(await findFour(given, "view:caring")).toEqual([1]);
});

test("a view of a tag that was named anew finds it by its former name, unless another has that name now", async () => {
  const given = await givenFour();
  const { db, me } = given;
  const [one = 0, two = 0] = given.ids;
  const actor = { ...me, role: "lead" as const };
  const nameAnew = async (tagId: number, rowVersion: number, name: string) => {
    const words = { name, definition: "About it.", rowVersion };
    const changed = await redefineTag(db, { tagId, ...words, actor, now });
    if (!changed.ok) throw new Error(changed.reason);
  };
  await givenTag(db, "school");
  const care = await givenTag(db, "care");
  await put(db, "response_tags", {
    ...{ response_id: one, tag_id: care, tagged_by: me.staffId },
    tagged_at: now.toISOString(),
  });
  await saveAs(given, "Caring", "tag:care");
  await nameAnew(care, 1, "kin");
  await nameAnew(care, 2, "kinship");
  expect(await findFour(given, "view:caring")).toEqual([1]);
  expect(await findFour(given, "tag:kin")).toEqual([1]);
  const other = await givenTag(db, "care");
  await put(db, "response_tags", {
    ...{ response_id: two, tag_id: other, tagged_by: me.staffId },
    tagged_at: now.toISOString(),
  });
  expect(await findFour(given, "view:caring")).toEqual([2]);
});
