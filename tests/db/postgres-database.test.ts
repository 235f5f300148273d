import { sql } from "kysely";
import { expect, inject, onTestFinished, test } from "vitest";
import { CannotSaveError } from "#app/db/cannot-save.ts";
import {
  openDatabase,
  openDatabaseReadOnly,
} from "#app/db/connection.server.ts";
import { migrateToLatest } from "#app/db/migrate.server.ts";
import type { Db } from "#app/db/schema.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { holdWriteLock } from "#tests/given/write-lock.ts";
import { urlOf } from "#tests/setup/migrated-postgres.ts";

const jobOfKind = (kind: string) => ({
  kind,
  payload: "{}",
  run_after: "2026-01-01T00:00:00.000Z",
  created_at: "2026-01-01T00:00:00.000Z",
  locked_until: null,
  last_error: null,
  finished_at: null,
});

const insertJob = (db: Db, kind: string) =>
  db.insertInto("jobs").values(jobOfKind(kind)).execute();

async function readKinds(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom("jobs")
    .select("kind")
    .orderBy("id")
    .execute();
  return rows.map((row) => row.kind);
}

function serverUrl(): string {
  const server = inject("postgres");
  if (!server) throw new Error("These tests are PostgreSQL's");
  return server.url;
}

function open(url: string, patienceMilliseconds = 10_000): Db {
  const db = openDatabase({ url }, { patienceMilliseconds });
  onTestFinished(() => db.destroy());
  return db;
}

const ask = (db: Db) => sql`select 1`.execute(db);

test("a NUL is kept as the sign for what cannot be read, and finds itself again", async () => {
  const { db } = openTestDatabase();
  await insertJob(db, "a\0b");
  expect(await readKinds(db)).toEqual(["a\uFFFDb"]);
  const found = await db
    .selectFrom("jobs")
    .select("id")
    .where("kind", "=", "a\0b")
    .execute();
  expect(found).toHaveLength(1);
});

test("counts and sums are numbers", async () => {
  const { db } = openTestDatabase();
  await insertJob(db, "one");
  const counted = await db
    .selectFrom("jobs")
    .select((eb) => [eb.fn.countAll().as("count"), eb.fn.sum("id").as("sum")])
    .executeTakeFirst();
  expect(counted).toEqual({ count: 1, sum: 1 });
});

test("a statement that failed in a transaction and was caught does not end as if it had been saved", async () => {
  const { db } = openTestDatabase();
  const changing = db.transaction().execute(async (trx) => {
    await insertJob(trx, "kept?");
    await sql`select 1 / 0`.execute(trx).catch(() => undefined);
  });
  await expect(changing).rejects.toThrow(
    "went on after one of its statements failed",
  );
  expect(await readKinds(db)).toEqual([]);
});

test("a transaction that does not get its turn in time says so, and leaves nothing behind", async () => {
  const { db, place } = openTestDatabase({ patienceMilliseconds: 300 });
  await ask(db);
  const lock = await holdWriteLock(place);
  const inTurn = () =>
    db.transaction().execute((trx) => insertJob(trx, "waits"));
  const refused = [
    inTurn(),
    inTurn(),
    inTurn(),
    insertJob(db, "waits as well"),
  ];
  for (const refusal of await Promise.allSettled(refused)) {
    expect(refusal).toMatchObject({
      reason: { name: "CannotSaveError", reason: "busy" },
    });
    expect(refusal.status === "rejected" && refusal.reason).toBeInstanceOf(
      CannotSaveError,
    );
  }
  expect(await readKinds(db)).toEqual([]);
  await lock.release();
  await db.transaction().execute((trx) => insertJob(trx, "later"));
  expect(await readKinds(db)).toEqual(["later"]);
});

test("while twenty wait for their turn, others read", async () => {
  const { db, place } = openTestDatabase();
  await ask(db);
  const lock = await holdWriteLock(place);
  const writing = Array.from({ length: 20 }, (_, index) =>
    db.transaction().execute((trx) => insertJob(trx, `write-${index}`)),
  );
  await Promise.all(Array.from({ length: 30 }, () => readKinds(db)));
  await lock.release();
  await Promise.all(writing);
  expect(new Set(await readKinds(db)).size).toBe(20);
});

test("who reads only cannot write", async () => {
  const { db, place } = openTestDatabase();
  await ask(db);
  const reading = openDatabaseReadOnly(place);
  onTestFinished(() => reading.destroy());
  expect(await readKinds(reading)).toEqual([]);
  await expect(insertJob(reading, "no")).rejects.toThrow();
  expect(await readKinds(db)).toEqual([]);
});

test("three that start at once on an empty database migrate it once", async () => {
  const admin = open(serverUrl());
  const name = `heard_empty_${process.pid}`;
  await sql`create database ${sql.id(name)} template template0 encoding 'UTF8' locale 'C'`.execute(
    admin,
  );
  const servers = [1, 2, 3].map(() => open(urlOf(serverUrl(), name)));
  const ran = await Promise.all(servers.map((db) => migrateToLatest(db)));
  expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
  await Promise.all(servers.map((db) => db.destroy()));
  await sql`drop database ${sql.id(name)}`.execute(admin);
});
