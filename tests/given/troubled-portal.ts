import { CompiledQuery } from "kysely";
import { onTestFinished } from "vitest";
import { openDatabase } from "#app/db/connection.server.ts";
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
  const { file, db: first } = openTestDatabase();
  await first.destroy();
  const db = openDatabase(file, { patienceMilliseconds: 50 });
  onTestFinished(() => db.destroy());
  const context = await makeTestContext(db);
  const { references } = await givenQueue(db, 2);
  const staff = await signInAs(context, "lead");
  const params = { reference: references[1] ?? "" };
  return { context, file, staff, params };
}

/** Leaves the database no room to grow. */
export async function fillDisk({ db }: RequestContext) {
  const { rows } = await db.executeQuery<{ page_count: number }>(
    CompiledQuery.raw("pragma page_count"),
  );
  const count = rows[0]?.page_count;
  await db.executeQuery(CompiledQuery.raw(`pragma max_page_count = ${count}`));
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
