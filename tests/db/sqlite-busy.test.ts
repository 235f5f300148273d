import SqliteConnection from "better-sqlite3";
import { CompiledQuery } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { CannotSaveError } from "#app/db/cannot-save.ts";
import { openDatabase } from "#app/db/connection.server.ts";
import type { Db } from "#app/db/schema.ts";
import { openTestFile } from "#tests/given/database.ts";
import { holdWriteLock } from "#tests/given/write-lock.ts";
import { insertJob, readKinds } from "#tests/given/written-jobs.ts";

const insertJobInTransaction = (db: Db, kind: string) =>
  db.transaction().execute((trx) => insertJob(trx, kind));

function openImpatiently(file: string): Db {
  const db = openDatabase({ file }, { patienceMilliseconds: 100 });
  onTestFinished(() => db.destroy());
  return db;
}

test.each([
  ["a statement", insertJob],
  ["a transaction", insertJobInTransaction],
])(
  "while %s waits for another's lock, others of the process go on reading",
  async (_what, write) => {
    const { db, file } = openTestFile();
    const lock = await holdWriteLock({ file });
    let hasWritten = false;
    const writing = write(db, "waits").then(() => (hasWritten = true));
    for (let count = 0; count < 40; count += 1) {
      expect(await readKinds(db)).toEqual([]);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(hasWritten).toBe(false);
    await lock.release();
    await writing;
    expect(await readKinds(db)).toEqual(["waits"]);
  },
);

test("those of a process who wait for the lock get it in the order in which they came", async () => {
  const { db, file } = openTestFile();
  const lock = await holdWriteLock({ file });
  const kinds = Array.from({ length: 12 }, (_, index) => `write-${index}`);
  const writing = kinds.map((kind, index) =>
    index % 2 === 0 ? insertJob(db, kind) : insertJobInTransaction(db, kind),
  );
  await new Promise((resolve) => setTimeout(resolve, 60));
  await lock.release();
  // Comes last and finds the lock free: it does not step before the others.
  writing.push(insertJob(db, "late"));
  await Promise.all(writing);
  expect(await readKinds(db)).toEqual([...kinds, "late"]);
});

test.each([
  ["a statement", insertJob],
  ["a transaction", insertJobInTransaction],
])(
  "%s that does not get its turn in time says so, and leaves nothing behind",
  async (_what, write) => {
    const { file } = openTestFile();
    const db = openImpatiently(file);
    const lock = await holdWriteLock({ file });
    const refusals = await Promise.all(
      ["a", "b", "c"].map((kind) => write(db, kind).catch((e: unknown) => e)),
    );
    for (const refusal of refusals) {
      expect(refusal).toBeInstanceOf(CannotSaveError);
      expect(refusal).toMatchObject({ reason: "busy", code: "SQLITE_BUSY" });
    }
    await lock.release();
    expect(await readKinds(db)).toEqual([]);
    await write(db, "later");
    expect(await readKinds(db)).toEqual(["later"]);
  },
);

test("six connections of one process that all write get through", async () => {
  const { db, file } = openTestFile();
  const connections = Array.from({ length: 6 }, () => openDatabase({ file }));
  await Promise.all(
    Array.from({ length: 30 }, (_, index) => {
      const connection = connections[index % 6];
      if (!connection) throw new Error("there are six");
      return insertJobInTransaction(connection, `write-${index}`);
    }),
  );
  expect(await readKinds(db)).toHaveLength(30);
  await Promise.all(connections.map((connection) => connection.destroy()));
});

test("a full disk is told as what it is, and not as the rollback after it", async () => {
  const { db, file } = openTestFile();
  const pages = new SqliteConnection(file).pragma("page_count", {
    simple: true,
  });
  const limitPages = (count: number) =>
    db.executeQuery(CompiledQuery.raw(`pragma max_page_count = ${count}`));
  await limitPages(Number(pages));
  const huge = "x".repeat(100_000);
  for (const write of [insertJob, insertJobInTransaction])
    await expect(write(db, huge)).rejects.toMatchObject({
      name: "CannotSaveError",
      reason: "disk",
      code: "SQLITE_FULL",
    });
  await limitPages(1_000_000);
  await insertJobInTransaction(db, "later");
  expect(await readKinds(db)).toEqual(["later"]);
});

test("another fault of the database stays what it is", async () => {
  const { db } = openTestFile();
  const call = { slug: "", created_at: "" };
  const inserting = db
    .insertInto("calls")
    .values({
      ...call,
      state: "open",
      opens_at: null,
      closes_at: null,
      current_definition_id: null,
    })
    .execute();
  await expect(inserting).rejects.toMatchObject({
    code: "SQLITE_CONSTRAINT_CHECK",
  });
});
