import { expect, test } from "vitest";
import {
  countUse,
  forgetEndedCounts,
  forgetUses,
  giveBackUse,
  readUses,
} from "#app/domain/limits/limits.server.ts";
import { openTestDatabase } from "#tests/given/database.ts";

/* Beside every count stand somebody else's, before and after it. */

const start = new Date("2026-11-22T09:00:00Z");
const after = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const keys = ["a", "own", "z"];

/** Three senders who have each used up two of three. */
async function givenCounts() {
  const { db } = openTestDatabase();
  const limit = (key: string) => ({ key, most: 3, windowSeconds: 60 });
  const use = (key: string, now = start) =>
    countUse(db, { ...limit(key), now });
  for (const key of keys)
    await countUse(db, { ...limit(key), by: 2, now: start });
  const counts = async () => {
    const rows = await db
      .selectFrom("limit_counts")
      .select(["key", "count", "ends_at as endsAt"])
      .orderBy("key")
      .execute();
    return rows.map(({ key, count, endsAt }) => [
      key,
      count,
      (Date.parse(endsAt) - start.getTime()) / 1_000,
    ]);
  };
  const read = (key: string, now = start) =>
    readUses(db, { ...limit(key), now });
  return { db, use, read, counts };
}

const untouched = keys.map((key) => [key, 2, 60]);
const withOwn = (count: number, endsIn = 60) => [
  ["a", 2, 60],
  ["own", count, endsIn],
  ["z", 2, 60],
];

test("a use is counted for whose it is, and the window stays the first's", async () => {
  const { use, read, counts } = await givenCounts();
  expect(await use("own", after(10))).toEqual({ ok: true });
  expect(await counts()).toEqual(withOwn(3));
  const full = { ok: false, waitSeconds: 50 };
  expect(await use("own", after(10))).toEqual(full);
  expect(await read("own", after(10))).toEqual({ ...full, used: 3 });
  expect(await read("a", after(10))).toEqual({ ok: true, used: 2 });
  expect(await read("nobody's")).toEqual({ ok: true, used: 0 });
  expect(await counts()).toEqual(withOwn(3));
});

test("a window that is over begins anew, to the second", async () => {
  const { use, counts } = await givenCounts();
  await use("own", after(59));
  expect(await counts()).toEqual(withOwn(3));
  await use("own", after(60));
  expect(await counts()).toEqual(withOwn(1, 120));
});

test("a window whose end a wrong clock wrote begins anew", async () => {
  const { use, counts } = await givenCounts();
  await use("own", after(-1));
  expect(await counts()).toEqual(withOwn(1, 59));
});

test("a use that is given back is one of whose it was, and the last one stays", async () => {
  const { db, counts } = await givenCounts();
  await giveBackUse(db, "own");
  expect(await counts()).toEqual(withOwn(1));
  await giveBackUse(db, "own");
  expect(await counts()).toEqual(withOwn(1));
});

test("forgotten are the uses of one", async () => {
  const { db, counts } = await givenCounts();
  await forgetUses(db, "own");
  expect(await counts()).toEqual([untouched[0], untouched[2]]);
});

test("housekeeping forgets what is over, and nothing before", async () => {
  const { db, use, counts } = await givenCounts();
  await forgetEndedCounts(db, after(59));
  expect(await counts()).toEqual(untouched);
  await use("later", after(1));
  await forgetEndedCounts(db, after(60));
  expect(await counts()).toEqual([["later", 1, 61]]);
});
