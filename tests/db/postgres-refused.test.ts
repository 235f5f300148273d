import { sql } from "kysely";
import { expect, inject, onTestFinished, test, vi } from "vitest";
import { openDatabase } from "#app/db/connection.server.ts";
import { migrateToLatest } from "#app/db/migrate.server.ts";
import { faultsOf } from "#app/db/postgres-settings.server.ts";
import type { Db } from "#app/db/schema.ts";
import { urlOf } from "#tests/setup/migrated-postgres.ts";

function serverUrl(): string {
  const server = inject("postgres");
  if (!server) throw new Error("These tests are PostgreSQL's");
  return server.url;
}

function open(url: string): Db {
  const db = openDatabase({ url });
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
  secondsApart: 0.4,
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
  [{ secondsApart: 61 }, /clock and this machine's are 61 seconds apart/],
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
  { secondsApart: 59 },
])("one with %j is taken", (found) => {
  expect(faultsOf({ ...good, ...found })).toEqual([]);
});

test.each([-120_000, 120_000])(
  "a server whose clock is off by %d ms does not begin",
  async (off) => {
    const real = Date.now;
    vi.spyOn(Date, "now").mockImplementation(() => real() + off);
    onTestFinished(() => void vi.restoreAllMocks());
    await expect(ask(open(serverUrl()))).rejects.toThrow(
      /clock and this machine's are (119|120) seconds apart/,
    );
  },
);

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
