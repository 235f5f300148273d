import { expect, test } from "vitest";
import { openTestFile } from "#tests/given/database.ts";

test("a statement that only SQLite takes fails the test that runs it, in a transaction too", async () => {
  const { db } = openTestFile();
  const query = db
    .selectFrom("tags")
    .select("id")
    .where("parent_id", "is", null);
  await query.execute();
  await query.where("created_by", "is not distinct from", "somebody").execute();
  // Kysely's types allow it, and SQLite takes it.
  const value = JSON.parse("1") as null;
  const wrong = db
    .selectFrom("tags")
    .select("id")
    .where("parent_id", "is", value);
  await expect(wrong.execute()).rejects.toThrow("Not for PostgreSQL");
  const within = db
    .transaction()
    .execute((trx) =>
      trx
        .selectFrom("tags")
        .select("id")
        .where("parent_id", "is not", value)
        .execute(),
    );
  await expect(within).rejects.toThrow("is not distinct from");
});
