import { sql } from "kysely";
import { expect, inject, onTestFinished, test } from "vitest";
import { CannotSaveError } from "#app/db/cannot-save.ts";
import {
  openDatabase,
  openDatabaseReadOnly,
} from "#app/db/connection.server.ts";
import { migrateToLatest } from "#app/db/migrate.server.ts";
import { faultsOf } from "#app/db/postgres-settings.server.ts";
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

const good = {
  version: 15,
  encoding: "UTF8",
  collation: "C",
  collationProvider: "c",
  fsync: "on",
  fullPageWrites: "on",
  synchronousCommit: "on",
};

test.each([
  [{ version: 14 }, /15 or newer/],
  [{ encoding: "LATIN1" }, /create database heard template template0/],
  [{ collation: "en_US.UTF-8" }, /locale 'C'/],
  [{ collation: "C", collationProvider: "i" }, /locale 'C'/],
  [{ fsync: "off" }, /fsync = on/],
  [{ fullPageWrites: "off" }, /full_page_writes = on/],
  [{ synchronousCommit: "off" }, /synchronous_commit = on/],
  [{ synchronousCommit: "local" }, /synchronous_commit = on/],
])(
  "a PostgreSQL with %j is refused in words that say what to do",
  (found, words) => {
    expect(faultsOf(good)).toEqual([]);
    expect(faultsOf({ ...good, ...found })).toEqual([
      expect.stringMatching(words),
    ]);
  },
);

test.each([
  { version: 18 },
  { collation: "C.UTF-8" },
  { collation: "C.utf8" },
  { collation: "C.UTF-8", collationProvider: "b" },
  { synchronousCommit: "remote_apply" },
])("one with %j is taken", (found) => {
  expect(faultsOf({ ...good, ...found })).toEqual([]);
});

test("a database that sorts otherwise is refused before anything is written to it", async () => {
  const admin = open(serverUrl());
  const name = `heard_other_order_${process.pid}`;
  await sql`create database ${sql.id(name)} template template0 encoding 'SQL_ASCII' locale 'C'`.execute(
    admin,
  );
  const db = open(urlOf(serverUrl(), name));
  await expect(migrateToLatest(db)).rejects.toThrow(
    "keeps text as SQL_ASCII. Make one that keeps UTF8",
  );
  await db.destroy();
  await sql`drop database ${sql.id(name)}`.execute(admin);
});

test.each([
  [
    "another password",
    (url: URL) => (url.password = "secret-and-wrong"),
    /does not let this user in/,
  ],
  [
    "another user",
    (url: URL) => (url.username = "nobody"),
    /does not let this user in/,
  ],
  [
    "another database",
    (url: URL) => (url.pathname = "/nowhere"),
    /no such database.*create database heard/,
  ],
  [
    "another port",
    (url: URL) => (url.port = "1"),
    /cannot be reached \(ECONNREFUSED\)/,
  ],
  [
    "another machine",
    (url: URL) => (url.hostname = "nowhere.invalid"),
    /No machine is known/,
  ],
])(
  "an address with %s is told, without the address",
  async (_what, change, words) => {
    const url = new URL(serverUrl());
    const { password } = url;
    change(url);
    const error: unknown = await ask(open(url.href)).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ message: expect.stringMatching(words) });
    const told = JSON.stringify(error, Object.getOwnPropertyNames(error));
    for (const secret of [password, "secret-and-wrong"])
      expect(told).not.toContain(secret);
  },
);

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
