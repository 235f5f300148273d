import { CompiledQuery } from "kysely";
import { engineOf } from "#app/db/engine.server.ts";
import type { Db } from "#app/db/schema.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import type { Fields } from "#tests/asking/browser.ts";
import { makeTestContext } from "./context.ts";
import { openTestDatabase } from "./database.ts";
import { givenQueue } from "./queues.ts";
import { signInAs } from "./sessions.ts";
import { refuseInserts } from "./triggers.ts";

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
  const full = { message: "No space left on device", code: "53100" };
  for (const { name } of await db.introspection.getTables())
    await refuseInserts(db, name, full);
}

const kindsOf: Record<string, string> = {
  words: "written",
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
