import { setTimeout as sleep } from "node:timers/promises";
import { statSync } from "node:fs";
import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { emptyWriteAheadLog } from "#app/db/write-ahead-log.server.ts";
import {
  countCommits,
  keepWholeLog,
  lookFromOutside,
  withinThisTurn,
} from "#tests/given/commits.ts";
import { openTestFile } from "#tests/given/database.ts";
import { insertJob, readKinds } from "#tests/given/written-jobs.ts";

const inTransaction = (db: Db, kind: string) =>
  db.transaction().execute((trx) => insertJob(trx, kind));

const ways = [
  ["a statement", insertJob],
  ["a transaction", inTransaction],
] as const;

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => `write-${index}`);

test("two hundred who write at once wait for the disk four times, and each is told when its own is there", async () => {
  const { db, file } = openTestFile();
  await keepWholeLog(db);
  const kindsOutside = lookFromOutside(file);
  const kinds = numbered(200);
  const before = countCommits(file);
  await Promise.all(
    kinds.map(async (kind, index) => {
      await (index % 3 === 0 ? insertJob : inTransaction)(db, kind);
      expect(kindsOutside()).toContain(kind);
    }),
  );
  expect(kindsOutside()).toEqual(kinds);
  expect(countCommits(file) - before).toBe(4);
});

test("however many write, others have their turn between", async () => {
  const { db } = openTestFile();
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  await Promise.all(numbered(640).map((kind) => inTransaction(db, kind)));
  isOver = true;
  expect(turns).toBeGreaterThanOrEqual(9);
});

test.each(ways)(
  "what %s wrote is seen by nobody before it is on disk, and by everybody after",
  async (_what, write) => {
    const { db, file } = openTestFile();
    const kindsOutside = lookFromOutside(file);
    await insertJob(db, "earlier");
    let isTold = false;
    const writing = write(db, "new").then(() => (isTold = true));
    await withinThisTurn();
    expect(await readKinds(db)).toEqual(["earlier"]);
    expect(kindsOutside()).toEqual(["earlier"]);
    expect(isTold).toBe(false);
    await writing;
    expect(kindsOutside()).toEqual(["earlier", "new"]);
    expect(await readKinds(db)).toEqual(["earlier", "new"]);
  },
);

test("who comes later in a group sees what those before it wrote", async () => {
  const { db } = openTestFile();
  const first = inTransaction(db, "first");
  const seen = await db.transaction().execute(readKinds);
  expect(seen).toEqual(["first"]);
  await first;
});

test.each([0, 1, 2, 3])(
  "of four the one that throws, at place %i, is taken back alone",
  async (place) => {
    const { db, file } = openTestFile();
    await keepWholeLog(db);
    const before = countCommits(file);
    const kinds = numbered(4);
    const outcomes = await Promise.allSettled(
      kinds.map((kind, index) =>
        db.transaction().execute(async (trx) => {
          await insertJob(trx, kind);
          if (index === place) throw new Error(`${kind} was broken off`);
          return kind;
        }),
      ),
    );
    const kept = kinds.filter((_, index) => index !== place);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(
      kinds.map((_, index) => (index === place ? "rejected" : "fulfilled")),
    );
    expect(outcomes[place]).toMatchObject({
      reason: { message: `write-${place} was broken off` },
    });
    expect(await readKinds(db)).toEqual(kept);
    expect(countCommits(file) - before).toBeLessThanOrEqual(2);
  },
);

test("a statement that fails leaves those beside it", async () => {
  const { db } = openTestFile();
  await insertJob(db, "earlier");
  const outcomes = await Promise.allSettled([
    insertJob(db, "one"),
    db
      .insertInto("jobs")
      .values({ id: 1 } as never)
      .execute(),
    inTransaction(db, "two"),
  ]);
  expect(outcomes.map((outcome) => outcome.status)).toEqual([
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);
  expect(await readKinds(db)).toEqual(["earlier", "one", "two"]);
});

test.each([
  ["by a transaction", (db: Db) => db.transaction().execute(refuseTwice)],
  ["by a statement", (db: Db) => insertJob(db, "again", { id: 1 })],
])(
  "a refusal %s that rests on what another wrote is told when that is on disk",
  async (_what, refuse) => {
    const { db, file } = openTestFile();
    const kindsOutside = lookFromOutside(file);
    const first = inTransaction(db, "first");
    const refusing = refuse(db).catch(() => kindsOutside());
    expect(await refusing).toEqual(["first"]);
    await first;
  },
);

async function refuseTwice(trx: Db): Promise<void> {
  const kinds = await readKinds(trx);
  if (kinds.includes("first")) throw new Error("There is one");
}

test("who waits for something else holds up those of its turn alone: the next begin when these are on disk, and all may read", async () => {
  const { db, file } = openTestFile();
  const kindsOutside = lookFromOutside(file);
  const first = inTransaction(db, "first");
  const slow = db.transaction().execute(async (trx) => {
    await insertJob(trx, "slow");
    await sleep(30);
    expect(await readKinds(db)).toEqual([]);
    await insertJob(trx, "slow too");
  });
  await sleep(10);
  const next = db.transaction().execute(async (trx) => {
    expect(kindsOutside()).toEqual(["first", "slow", "slow too"]);
    await insertJob(trx, "next");
  });
  await Promise.all([first, slow, next]);
  expect(kindsOutside()).toEqual(["first", "slow", "slow too", "next"]);
});

test("the write-ahead log is emptied with what was written just before, and a database that is closed keeps it", async () => {
  const { db, file } = openTestFile();
  const kindsOutside = lookFromOutside(file);
  const one = inTransaction(db, "one");
  await withinThisTurn();
  expect(await emptyWriteAheadLog(db)).toBe(true);
  expect(statSync(`${file}-wal`).size).toBe(0);
  await one;
  const two = inTransaction(db, "two");
  await withinThisTurn();
  await db.destroy();
  await two;
  expect(kindsOutside()).toEqual(["one", "two"]);
});
