import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import SqliteConnection from "better-sqlite3";
import { type Migration, Migrator } from "kysely";
import { expect, test } from "vitest";
import { openDatabase } from "#app/db/connection.server.ts";
import { makeTestFolder } from "#tests/given/database.ts";

/** The last migration that was written before PostgreSQL, and what SQLite's schema was after it. */
const before = {
  name: "20261126T0210_say_which_rendering_saved_a_draft_page",
  sha256: "cec341ea945c6542a597016c768eef9929af7bf0223220d6f38912c3047c5701",
};

const namesOfMigrations = () =>
  readdirSync("migrations")
    .filter((name) => name !== "ddl.ts")
    .map((name) => path.basename(name, ".ts"));

test("what SQLite was told before there was another engine is told to the letter", async () => {
  const file = path.join(makeTestFolder(), "heard.sqlite");
  const db = openDatabase({ file });
  const provider = {
    async getMigrations() {
      const migrations: Record<string, Migration> = {};
      for (const name of namesOfMigrations())
        migrations[name] = (await import(
          path.resolve(`migrations/${name}.ts`)
        )) as Migration;
      return migrations;
    },
  };
  const { error } = await new Migrator({ db, provider }).migrateTo(before.name);
  expect(error).toBeUndefined();
  await db.destroy();
  const connection = new SqliteConnection(file, { readonly: true });
  const schema = connection
    .prepare(
      "select type, name, tbl_name, sql from sqlite_master order by rowid",
    )
    .all();
  connection.close();
  const text = JSON.stringify(schema, null, 1);
  expect(createHash("sha256").update(text).digest("hex")).toBe(before.sha256);
});
