import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";
import { expect, test } from "vitest";
import type { HeardSchema } from "#app/db/schema.ts";
import { recordEvent } from "#app/domain/audit/audit.server.ts";
import { openTestDatabase } from "#tests/given/database.ts";

test("a statement that only SQLite takes fails the test that runs it, in a transaction too", async () => {
  const { db } = openTestDatabase();
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

test("on PostgreSQL, whoever adds to the chain of events has its end to themselves before they read it", async () => {
  const statements: string[] = [];
  const db = new Kysely<HeardSchema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db: Kysely<HeardSchema>) =>
        new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => void statements.push(query.sql),
  });
  await db.transaction().execute((trx) =>
    recordEvent(trx, {
      at: new Date("2021-03-01T10:00:00Z"),
      actor: { kind: "system" },
      subject: { kind: "call", id: 1 },
      type: "call.created",
    }),
  );
  expect(statements.map((text) => text.split(" from ")[0])).toEqual([
    "select pg_advisory_xact_lock($1)",
    'select "hash"',
    expect.stringContaining('insert into "events"'),
  ]);
});
