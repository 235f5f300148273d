import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { countVisibleResponses } from "#app/domain/responses/visible-responses.server.ts";
import { claimNextResponse } from "#app/domain/responses/claims.server.ts";
import { decideTriage } from "#app/domain/triage/decisions.server.ts";
import { givenCall, givenResponse } from "#app/tasks/demo/factories.ts";
import { content, undo } from "#tests/asking/import-watching.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { importAll } from "#tests/given/imports.ts";
import { anyLead, givenColleague } from "#tests/given/people.ts";
import { dropTrigger } from "#tests/given/triggers.ts";
import { up as countFromNowOn } from "../../migrations/20261126T0520_count_responses_by_state.ts";

const now = new Date("2026-11-22T09:00:00Z");

async function countOneByOne(db: Db, callId: number) {
  const rows = await db
    .selectFrom("responses")
    .select("state")
    .where("call_id", "=", callId)
    .execute();
  const counts = new Map<string, number>();
  for (const { state } of rows) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
}

async function countKept(db: Db, callId: number | undefined) {
  const counts = await countVisibleResponses(db, { viewer: anyLead, callId });
  return new Map([...counts].filter(([, count]) => count > 0));
}

test("the counts follow what comes in, is read, decided, moved, imported and taken out, of each call by itself", async () => {
  const { db } = openTestDatabase();
  const [earlier, call] = [await givenCall(db), await givenCall(db)];
  await givenResponse(db, { call: earlier });
  const agree = async () => {
    for (const { id } of [earlier, call])
      expect(await countKept(db, id)).toEqual(await countOneByOne(db, id));
  };
  for (let count = 0; count < 4; count += 1) await givenResponse(db, { call });
  await agree();
  const colleague = await givenColleague(db);
  const claim = { ...colleague, now, callId: call.id };
  const taken = await claimNextResponse(db, claim);
  expect(taken).toMatchObject({ ok: true });
  await agree();
  const responseId = taken.ok ? taken.responseId : 0;
  const { row_version: rowVersion } = await db
    .selectFrom("responses")
    .select("row_version")
    .where("id", "=", responseId)
    .executeTakeFirstOrThrow();
  const decided = await decideTriage(db, {
    responseId,
    rowVersion,
    state: "spam",
    assigneeId: null,
    note: "",
    actor: colleague,
    now,
  });
  expect(decided).toMatchObject({ ok: true });
  await agree();
  expect(await countKept(db, call.id)).toEqual(
    new Map([
      ["received", 3],
      ["spam", 1],
    ]),
  );
  await importAll({ db, call, content: content(5) });
  await agree();
  await undo(db, 1);
  await agree();
  await db.deleteFrom("responses").where("id", "=", responseId).execute();
  await agree();
  expect(await countKept(db, undefined)).toEqual(new Map([["received", 4]]));
});

test("a change that is rolled back is not counted", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  await givenResponse(db, { call });
  const broken = db.transaction().execute(async (trx) => {
    await trx
      .updateTable("responses")
      .set({ state: "spam", awaits_triage: 0 })
      .execute();
    throw new Error("broken off");
  });
  await expect(broken).rejects.toThrow("broken off");
  expect(await countKept(db, call.id)).toEqual(new Map([["received", 1]]));
});

test("what was there before anything was counted is counted when the counts are made", async () => {
  const { db } = openTestDatabase();
  for (const trigger of ["in", "out", "over"])
    await dropTrigger(db, `responses_counted_${trigger}`, "responses");
  await sql`drop table response_counts`.execute(db);
  await sql`drop index imports_by_state`.execute(db);
  const [earlier, call] = [await givenCall(db), await givenCall(db)];
  await givenResponse(db, { call: earlier });
  await importAll({ db, call, content: content(3) });
  await countFromNowOn(db);
  await givenResponse(db, { call });
  expect(await countKept(db, call.id)).toEqual(new Map([["received", 4]]));
  expect(await countKept(db, earlier.id)).toEqual(new Map([["received", 1]]));
});
