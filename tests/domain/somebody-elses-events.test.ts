import { expect, test } from "vitest";
import type { NewEvent } from "#app/domain/audit/audit.ts";
import {
  recordEvent,
  selectEvents,
  selectHistory,
  selectLastEventTime,
} from "#app/domain/audit/audit.server.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenColleague } from "#tests/given/people.ts";

/* Of every event that is sought there is another, of one thing else, before and after it. */

const start = new Date("2026-11-22T09:00:00Z");
const after = (seconds: number) => new Date(start.getTime() + seconds * 1_000);

async function givenEvents(...events: Partial<NewEvent>[]) {
  const { db } = openTestDatabase();
  const amina = await givenColleague(db, { staffId: "b", name: "Amina" });
  const others = ["a", "c"].map((staffId) => givenColleague(db, { staffId }));
  await Promise.all(others);
  for (const event of events)
    await db.transaction().execute((trx) =>
      recordEvent(trx, {
        at: start,
        actor: { kind: "staff", staffId: amina.staffId },
        subject: { kind: "response", id: 2 },
        type: "response.read",
        ...event,
      }),
    );
  return db;
}

const sought = { subject: { kind: "response" as const, id: 2 } };

test("the history of one subject is its own, oldest first, and names whoever did it", async () => {
  const db = await givenEvents(
    { subject: { kind: "call", id: 2 } },
    { subject: { kind: "response", id: 1 } },
    { type: "z.first", at: after(9) },
    { type: "a.second", actor: { kind: "respondent" } },
    { subject: { kind: "tag", id: 2 } },
    { subject: { kind: "response", id: 3 } },
    { type: "m.third", actor: { kind: "system" } },
  );
  const history = await selectHistory(db, sought.subject);
  expect(history.map(({ type, actorName }) => [type, actorName])).toEqual([
    ["z.first", "Amina"],
    ["a.second", "The respondent"],
    ["m.third", "Heard"],
  ]);
});

test("events are sought by what they are, by whom, and after which moment", async () => {
  const db = await givenEvents(
    { details: { n: 1 } },
    { details: { n: 2 }, type: "response.claimed" },
    { details: { n: 3 }, actor: { kind: "staff", staffId: "a" } },
    { details: { n: 4 }, actor: { kind: "staff", staffId: "c" } },
    { details: { n: 5 }, actor: { kind: "system" } },
    { details: { n: 6 }, at: after(1), type: "response.tagged" },
    { details: { n: 7 }, at: after(2) },
  );
  const numbers = async (more: Parameters<typeof selectEvents>[1]) =>
    (await selectEvents(db, more)).map(({ details }) => details["n"]);
  const types = ["response.claimed", "response.tagged"];
  expect(await numbers({ ...sought, types })).toEqual([2, 6]);
  expect(await numbers({ ...sought, staffId: "b" })).toEqual([1, 2, 6, 7]);
  expect(await numbers({ ...sought, since: start })).toEqual([6, 7]);
  expect(await numbers({ ...sought, since: after(1) })).toEqual([7]);
  const all = { ...sought, types, staffId: "b", since: start };
  expect(await numbers(all)).toEqual([6]);
});

test("the time of the last event is that of the one recorded last", async () => {
  const db = await givenEvents(
    { at: after(5) },
    { at: after(9) },
    { at: after(7) },
  );
  expect(await selectLastEventTime(db)).toEqual(after(7));
});
