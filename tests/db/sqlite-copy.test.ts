import { readdirSync } from "node:fs";
import path from "node:path";
import SqliteConnection from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { copySqlite } from "#app/db/sqlite-copy.server.ts";
import { makeTestFolder } from "#tests/given/database.ts";

function givenRows(count: number) {
  const file = path.join(makeTestFolder(), "a.sqlite");
  const connection = new SqliteConnection(file);
  onTestFinished(() => {
    connection.close();
  });
  connection.pragma("journal_mode = WAL");
  connection.exec("create table pairs (id integer primary key, words text)");
  const write = () =>
    connection
      .prepare("insert into pairs (words) values (?)")
      .run("w".repeat(900));
  connection.transaction(() => {
    for (let row = 0; row < count; row += 1) write();
  })();
  return { file, write };
}

test("a copy made while others write comes to its end, and is the file of one moment", async () => {
  const { file, write } = givenRows(4_000);
  const to = path.join(makeTestFolder(), "copy.sqlite");
  let steps = 0;
  await copySqlite(file, to, () => {
    steps += 1;
    // As another process would: not through the connection that copies.
    write();
    if (steps > 40) throw new Error("It begins anew again and again");
  });
  const copy = new SqliteConnection(to, { readonly: true });
  expect(copy.prepare("select count(*) as count from pairs").get()).toEqual({
    count: 4_000,
  });
  expect(copy.pragma("quick_check", { simple: true })).toBe("ok");
  copy.close();
  expect(steps).toBeGreaterThan(2);
  expect(readdirSync(path.dirname(to))).toEqual(["copy.sqlite"]);
});

test("what its listener throws ends a copy, and the source is let go", async () => {
  const { file, write } = givenRows(1_500);
  const to = path.join(makeTestFolder(), "copy.sqlite");
  const stopped = copySqlite(file, to, () => {
    throw new Error("Stop");
  });
  await expect(stopped).rejects.toThrow("Stop");
  write();
});
