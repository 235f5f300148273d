import path from "node:path";
import SqliteConnection from "better-sqlite3";
import { CompiledQuery, sql } from "kysely";
import { expect, test } from "vitest";
import { openDatabase } from "#app/db/connection.server.ts";
import type { Db } from "#app/db/schema.ts";
import { assertDurabilitySettings } from "#app/db/sqlite.server.ts";
import { makeTestFolder, openTestFile } from "#tests/given/database.ts";

const waitingJob = {
  kind: "response.index",
  payload: "{}",
  run_after: "2026-01-01T00:00:00.000Z",
  created_at: "2026-01-01T00:00:00.000Z",
  locked_until: null,
  last_error: null,
  finished_at: null,
};

async function readPragma(db: Db, pragma: string) {
  const { rows } = await db.executeQuery<Record<string, unknown>>(
    CompiledQuery.raw(`pragma ${pragma}`),
  );
  return Object.values(rows[0] ?? {})[0];
}

test("durability settings hold on the second open of the same file", async () => {
  const { file } = openTestFile();
  const again = openDatabase({ file });
  expect(await readPragma(again, "journal_mode")).toBe("wal");
  expect(await readPragma(again, "synchronous")).toBe(2);
  expect(await readPragma(again, "foreign_keys")).toBe(1);
  expect(await readPragma(again, "trusted_schema")).toBe(0);
  expect(await readPragma(again, "secure_delete")).toBe(1);
  expect(await readPragma(again, "recursive_triggers")).toBe(1);
  expect(await readPragma(again, "temp_store")).toBe(2);
  await again.destroy();
});

test("a database on which a setting does not hold is not opened", () => {
  expect(() => openDatabase({ file: ":memory:" })).toThrow(
    "SQLite's journal_mode is memory, not wal",
  );
});

test.each([
  "journal_mode = delete",
  "synchronous = NORMAL",
  "foreign_keys = OFF",
  "trusted_schema = ON",
  "secure_delete = OFF",
  "recursive_triggers = OFF",
  "temp_store = FILE",
  "busy_timeout = 1000",
])("the look at the settings sees that %s", (pragma) => {
  const connection = new SqliteConnection(
    path.join(makeTestFolder(), "settings.sqlite"),
  );
  for (const held of [
    "journal_mode = wal",
    "synchronous = FULL",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "secure_delete = ON",
    "recursive_triggers = ON",
    "temp_store = MEMORY",
    "busy_timeout = 0",
  ])
    connection.pragma(held);
  assertDurabilitySettings(connection);
  connection.pragma(pragma);
  const [name = ""] = pragma.split(" ");
  expect(() => assertDurabilitySettings(connection)).toThrow(
    `SQLite's ${name} is `,
  );
  connection.close();
});

test("a transaction that reads first and writes later waits for another process's write", async () => {
  const { db, file } = openTestFile();
  const other = openDatabase({ file });
  await db.transaction().execute(async (trx) => {
    await trx.selectFrom("jobs").select("id").execute();
    await trx.insertInto("jobs").values(waitingJob).execute();
  });
  expect(await other.selectFrom("jobs").select("id").execute()).toHaveLength(1);
  await other.destroy();
});

test("a stream broken off half way leaves its statement usable", async () => {
  const { db } = openTestFile();
  const jobs = [1, 2, 3].map(() => ({ ...waitingJob }));
  await db.insertInto("jobs").values(jobs).execute();
  for await (const _row of db.selectFrom("jobs").selectAll().stream()) break;
  expect(await db.selectFrom("jobs").selectAll().execute()).toHaveLength(3);
});

test("whole numbers are bound as integers, in every way a statement is run", async () => {
  const { db } = openTestFile();
  const typeOf = (value: unknown) =>
    db.selectNoFrom(sql<string>`typeof(${value})`.as("type"));
  expect(await typeOf(4).execute()).toEqual([{ type: "integer" }]);
  expect(await typeOf(-0).execute()).toEqual([{ type: "integer" }]);
  expect(await typeOf(0.5).execute()).toEqual([{ type: "real" }]);
  expect(await typeOf("4").execute()).toEqual([{ type: "text" }]);
  for await (const row of typeOf(4).stream())
    expect(row).toEqual({ type: "integer" });
  const kept = { ...waitingJob, last_error: sql<string>`'after ' || ${3}` };
  await db.insertInto("jobs").values(kept).execute();
  expect(
    await db.selectFrom("jobs").select(["id", "last_error"]).execute(),
  ).toEqual([{ id: 1, last_error: "after 3" }]);
});
