import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import {
  claimNextResponse,
  claimResponse,
} from "#app/domain/responses/claims.server.ts";
import { readVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import { decideTriage } from "#app/domain/triage/decisions.server.ts";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import { givenCall, givenResponse } from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { anyLead, givenColleague } from "#tests/given/people.ts";

/* Of every claim there is another response that it must leave alone. */

const now = new Date("2021-03-01T10:00:00.000Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** Responses as they were received, in the order in which they were entered. */
async function givenReceived(...days: number[]) {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  const ids: number[] = [];
  for (const day of days) {
    const receivedAt = new Date(Date.UTC(2021, 1, day));
    ids.push((await givenResponse(db, { call, receivedAt })).responseId);
  }
  const [first = 0, second = 0, third = 0] = ids;
  return { db, first, second, third, actor: await givenColleague(db) };
}

const read = (db: Db, responseId: number) =>
  readVisibleResponse(db, { responseId, viewer: anyLead, now });

const untouched = { state: "received", claim: undefined, rowVersion: 1 };

test("a response that is taken by hand is the one that was named, and no other is touched", async () => {
  const { db, first, second, third, actor } = await givenReceived(1, 2, 3);
  const taken = await claimResponse(db, { ...actor, responseId: second, now });
  expect(taken).toMatchObject({ ok: true });
  expect(await read(db, second)).toMatchObject({
    state: "in-triage",
    claim: { staffId: actor.staffId },
  });
  expect(await read(db, first)).toMatchObject(untouched);
  expect(await read(db, third)).toMatchObject(untouched);
});

test("take next takes one, and leaves the others as they came", async () => {
  const { db, first, second, third, actor } = await givenReceived(1, 2, 3);
  const next = await claimNextResponse(db, { ...actor, now });
  expect(next).toMatchObject({ ok: true, responseId: first });
  expect(await read(db, second)).toMatchObject(untouched);
  expect(await read(db, third)).toMatchObject(untouched);
});

test("the oldest is what was received first, and of one moment what was entered first", async () => {
  const { db, first, second, third, actor } = await givenReceived(3, 1, 1);
  const order: unknown[] = [];
  for (let count = 0; count < 3; count += 1) {
    const { staffId, role } = count === 0 ? actor : await givenColleague(db);
    const next = await claimNextResponse(db, { staffId, role, now });
    order.push(next.ok && next.responseId);
  }
  expect(order).toEqual([second, third, first]);
});

test("the queue is in the same order", async () => {
  const { db, first, second, third, actor } = await givenReceived(3, 1, 1);
  const queue = { filter: wholeQueue, viewer: actor, now };
  const { rows } = await selectQueuePage(db, queue);
  const inOrder = await Promise.all(
    [second, third, first].map((id) => read(db, id)),
  );
  expect(rows.map(({ reference }) => reference)).toEqual(
    inOrder.map(({ reference }) => reference),
  );
});

test("a claim that has run out holds nothing: what is older comes first again", async () => {
  const { db, first, second, actor } = await givenReceived(1, 2);
  await claimResponse(db, { ...actor, responseId: second, now });
  const soon = await claimNextResponse(db, { ...actor, now: later(10) });
  expect(soon).toMatchObject({ responseId: second, isNewClaim: false });
  const next = await claimNextResponse(db, { ...actor, now: later(60) });
  expect(next).toMatchObject({ responseId: first, isNewClaim: true });
});

test("what one holds for a second look is not handed out as a first reading", async () => {
  const { db, first, second, actor } = await givenReceived(1, 2);
  const decided = await decideTriage(db, {
    ...(await read(db, first)),
    state: "needs-second-look",
    note: "",
    actor,
    now,
  });
  expect(decided).toMatchObject({ ok: true });
  await claimResponse(db, { ...actor, responseId: first, now });
  const next = await claimNextResponse(db, { ...actor, now });
  expect(next).toMatchObject({ ok: true, responseId: second });
});

test("what is decided is not taken by hand, though another awaits somebody", async () => {
  const { db, first, second, actor } = await givenReceived(1, 2);
  await decideTriage(db, {
    ...(await read(db, second)),
    state: "triaged",
    note: "",
    actor,
    now,
  });
  const taken = await claimResponse(db, { ...actor, responseId: second, now });
  expect(taken).toEqual({ ok: false, reason: "not-awaiting" });
  expect(await read(db, first)).toMatchObject(untouched);
});
