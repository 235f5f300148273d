import { expect, test } from "vitest";
import { readTableShapes } from "#app/db/table-shapes.server.ts";
import { openTestFile } from "#tests/given/database.ts";

test("each table that the migrations make is carried by a backup and a move, by its name", async () => {
  const { db } = openTestFile();
  const tables = await db.introspection.getTables();
  const names = tables
    .map(({ name }) => name)
    .filter(
      (name) =>
        name !== "moves" && !/^(response|note|answer)_search/.test(name),
    );
  const carried = (await readTableShapes(db)).map(({ name }) => name);
  expect(carried.sort()).toEqual(names.sort());
});
