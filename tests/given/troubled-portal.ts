import { CompiledQuery, sql } from "kysely";
import { engineOf } from "#app/db/engine.server.ts";
import type { Db } from "#app/db/schema.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import type { Fields } from "#tests/asking/browser.ts";
import { makeTestContext } from "./context.ts";
import { openTestDatabase } from "./database.ts";
import { givenQueue } from "./queues.ts";
import { signInAs } from "./sessions.ts";

/** What somebody would be sorry to lose. */
export const typed =
  "What I wrote for an hour.\nAnd a second line <b>of it</b>.";

/** A portal with little patience with its database, and a lead at work on the second of two responses. */
export async function givenPortal() {
  const { place, db } = openTestDatabase({ patienceMilliseconds: 300 });
  const context = await makeTestContext(db);
  const { references } = await givenQueue(db, 2);
  const staff = await signInAs(context, "lead");
  const params = { reference: references[1] ?? "" };
  return { context, place, staff, params };
}

/** Leaves the database no room to grow. */
export async function fillDisk({ db }: RequestContext) {
  if (engineOf(db) === "postgres") return refuseAsFull(db);
  const { rows } = await db.executeQuery<{ page_count: number }>(
    CompiledQuery.raw("pragma page_count"),
  );
  const count = rows[0]?.page_count;
  await db.executeQuery(CompiledQuery.raw(`pragma max_page_count = ${count}`));
}

/** What PostgreSQL answers on a full disk, at every table: its own could not be filled without everybody else's. */
async function refuseAsFull(db: Db) {
  await sql`create function refuse_as_full() returns trigger language plpgsql as $$
    begin raise exception 'No space left on device' using errcode = '53100'; end $$`.execute(
    db,
  );
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public'`.execute(
    db,
  );
  for (const { name } of rows)
    await sql`create trigger is_full before insert on ${sql.table(name)}
      for each row execute function refuse_as_full()`.execute(db);
}

const kindsOf: Record<string, string> = {
  body: "written",
  reason: "written",
  note: "written",
  name: "written",
  definition: "written",
};

/** The fields as the page is given them: what a person wrote is shown, the rest travels along. */
export const givenBack = (fields: Fields) =>
  fields.map(([name, value]) => ({
    name,
    value,
    kind: kindsOf[name] ?? "carried",
  }));
