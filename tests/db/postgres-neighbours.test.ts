import { sql } from "kysely";
import { expect, test } from "vitest";
import { digestTables } from "#app/db/compare-tables.server.ts";
import { copyAndCompare } from "#app/db/copy-database.server.ts";
import { selectMigrationsRun } from "#app/db/migrate.server.ts";
import type { Db, Trx } from "#app/db/schema.ts";
import { type Move, movePortal } from "#app/domain/keeping/move.server.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { openTestDatabase, openTestFile } from "#tests/given/database.ts";
import { givenFolderStore } from "#tests/given/stores.ts";

const move: Move = {
  mark: "this move",
  now: new Date("2026-11-26T09:00:00Z"),
  tell: () => undefined,
};

/** What a PostgreSQL may have beside our tables: an extension's view, another program's tables here and in a schema of its own. */
async function givenNeighbours(db: Db): Promise<Db> {
  for (const statement of [
    "create view a_statistic as select 1 as calls",
    "create table books (number bigint generated always as identity, title text)",
    "insert into books (title) values ('First'), ('Second')",
    "create schema another",
    "create table another.events (id integer)",
    "create table another.kysely_migration (name text, timestamp text)",
    "insert into another.kysely_migration values ('theirs', '')",
    "insert into another.events values (1)",
  ])
    await sql.raw(statement).execute(db);
  return db;
}

test("what else stands in a PostgreSQL is neither moved nor in the way of a move", async () => {
  const from = { db: openTestFile().db, ...(await givenFolderStore()) };
  await givenCall(from.db);
  const before = await digestTables(from.db, () => undefined);
  const there = await givenNeighbours(openTestDatabase().db);
  expect(await selectMigrationsRun(there)).toEqual(
    await selectMigrationsRun(from.db),
  );
  await movePortal(from, { db: there }, move);
  await sql`insert into books (title) values ('Third')`.execute(there);
  const back = openTestFile().db;
  const report = await movePortal({ ...from, db: there }, { db: back }, move);
  expect(report.database?.tables).toEqual(before);
  // Another program goes on with its own.
  await sql`insert into books (title) values ('Fourth')`.execute(there);
});

/** As a server sees it while the rows of the other engine are read. */
function standStillOnce() {
  let isDone = false;
  return (part: number) => {
    if (part < 0.95 || isDone) return;
    isDone = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 120);
  };
}

test("a comparison may take longer than a transaction may stand idle", async () => {
  const [file, there, back] = [
    openTestFile().db,
    openTestDatabase().db,
    openTestFile().db,
  ];
  const asPostgres = async (work: (trx: Trx) => Promise<unknown>) =>
    there
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute(async (trx) => {
        await sql`set local idle_in_transaction_session_timeout = 50`.execute(
          trx,
        );
        return work(trx);
      });
  await asPostgres((trx) => copyAndCompare(file, trx, standStillOnce()));
  await asPostgres((moment) =>
    back
      .transaction()
      .execute((trx) => copyAndCompare(moment, trx, standStillOnce())),
  );
});
