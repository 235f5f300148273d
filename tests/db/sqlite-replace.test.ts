import { sql } from "kysely";
import { expect, test } from "vitest";
import { recordEvent, verifyChain } from "#app/domain/audit/audit.server.ts";
import { openTestFile } from "#tests/given/database.ts";

test("an event is not replaced either, whatever a connection has set", async () => {
  const { db } = openTestFile();
  for (const id of [1, 2, 3])
    await db.transaction().execute((trx) =>
      recordEvent(trx, {
        at: new Date("2026-11-22T09:00:00Z"),
        actor: { kind: "respondent" },
        subject: { kind: "response", id },
        type: "response.received",
      }),
    );
  const replace = () =>
    sql`insert or replace into events
      select id, at, actor_kind, actor_id, subject_kind, subject_id,
        'response.forged', details, previous_hash, 'another hash'
      from events where id = 2`.execute(db);
  await expect(replace()).rejects.toThrow("append-only");
  await sql`pragma recursive_triggers = off`.execute(db);
  await expect(replace()).rejects.toThrow("append-only");
  expect(await verifyChain(db)).toMatchObject({ ok: true, eventCount: 3 });
});
