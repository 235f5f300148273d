import type { ActionFunction } from "@remix-run/node";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openDatabase } from "#app/db/connection.server.ts";
import { migrateToLatest } from "#app/db/migrate.server.ts";
import type { Db } from "#app/db/schema.ts";
import { verifyChain } from "#app/domain/audit/audit.server.ts";
import { giveBackUnsaved } from "#app/http/request/unsaved-form.server.ts";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import { givenCall, givenDraft } from "#app/tasks/demo/factories.ts";
import { addressOf } from "#tests/asking/browser.ts";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { urlOf } from "#tests/setup/migrated-postgres.ts";
import { startPostgres } from "#tests/setup/postgres-server.ts";

let server: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

let count = 0;

/** A portal on a server of its own, and somebody with a draft in a call. */
async function givenPortal() {
  count += 1;
  const name = `portal_${count}`;
  const admin = openDatabase({ url: server.url });
  await sql`create database ${sql.id(name)} template template0 encoding 'UTF8' locale 'C'`.execute(
    admin,
  );
  await admin.destroy();
  const db = openDatabase({ url: urlOf(server.url, name) });
  onTestFinished(() => db.destroy());
  await migrateToLatest(db);
  const context = await makeTestContext(db);
  const call = await givenCall(db, { slug: "advice" });
  await givenDraft(db, { call });
  const { holderKey } = await givenDraft(db, { call });
  return { db, context, cookie: `heard-draft=${holderKey}` };
}

/** From now on whoever writes into a table stays there until the server goes. */
async function holdUpInsertsInto(db: Db, table: string) {
  await sql`create function wait() returns trigger language plpgsql as $$
    begin perform pg_sleep(60); return new; end $$`.execute(db);
  await sql`create trigger waits before insert or update on ${sql.table(table)}
    for each row execute function wait()`.execute(db);
  return {
    isReached: async () => {
      const { rows } = await sql<{ waiting: number }>`
        select count(*) as waiting from pg_stat_activity
        where wait_event = 'PgSleep' and datname = current_database()`.execute(
        db,
      );
      return rows[0]?.waiting;
    },
    end: () => sql`drop trigger waits on ${sql.table(table)}`.execute(db),
  };
}

async function restart() {
  await server.stop();
  await server.start();
}

test("a send that loses its PostgreSQL half way answers 503, keeps nothing half, and is sent by the next try", async () => {
  const { db, context, cookie } = await givenPortal();
  const sending = () =>
    ask(giveBackUnsaved(check.action) as ActionFunction, {
      context,
      ...addressOf("advice", "check"),
      cookie,
      form: {},
    });
  const wait = await holdUpInsertsInto(db, "jobs");
  const first = sending();
  await expect.poll(wait.isReached).toBe(1);
  await restart();
  const refused = await first;
  expect(refused.status).toBe(503);
  expect(refused.headers.get("Retry-After")).toBe("10");
  expect(await db.selectFrom("responses").select("id").execute()).toEqual([]);
  await wait.end();
  expect((await sending()).status).toBe(303);
  expect(await db.selectFrom("responses").select("id").execute()).toHaveLength(
    1,
  );
  expect(await verifyChain(db)).toMatchObject({ ok: true });
});

test("a page that loses its PostgreSQL while it is saved comes back with its text, and is saved by the next try", async () => {
  const { db, context, cookie } = await givenPortal();
  const typed = "What I wrote for an hour.";
  const saving = () =>
    ask(giveBackUnsaved(questionPage.action) as ActionFunction, {
      context,
      ...addressOf("advice", "what-first"),
      cookie,
      form: { "what-first": typed, intent: "continue" },
    });
  const wait = await holdUpInsertsInto(db, "draft_answers");
  const first = saving();
  await expect.poll(wait.isReached).toBe(1);
  await restart();
  const refused = await first;
  expect(refused.status).toBe(503);
  expect(refused.data).toMatchObject({
    unsaved: {
      reason: "away",
      action: "/respond/advice/what-first",
      fields: [{ name: "what-first", value: typed }, { name: "intent" }],
    },
  });
  await wait.end();
  const saved = await saving();
  expect(saved.location).toBeDefined();
});

test("while PostgreSQL is away a page says so with 503, and comes when it is back", async () => {
  const { context, cookie } = await givenPortal();
  const opening = () =>
    ask(giveBackUnsaved(check.loader), {
      context,
      ...addressOf("advice", "check"),
      cookie,
    });
  expect((await opening()).status).toBe(200);
  await server.stop();
  expect((await opening()).status).toBe(503);
  await server.start();
  expect((await opening()).status).toBe(200);
});
