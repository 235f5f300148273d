import { expect, test } from "vitest";
import { recordEvent } from "#app/domain/audit/audit.server.ts";
import { lookAtClock } from "#app/domain/jobs/clock.server.ts";
import { openTestDatabase } from "#tests/given/database.ts";

const start = new Date("2026-11-22T09:00:00Z");
const after = (hours: number) => new Date(start.getTime() + hours * 3_600_000);

function givenClock() {
  const { db } = openTestDatabase();
  return { db, look: (hours: number) => lookAtClock(db, after(hours)) };
}

test("a clock that goes on is believed, for however long nobody uses the portal", async () => {
  const { look } = givenClock();
  for (let hours = 0; hours <= 24 * 40; hours += 23)
    expect([hours, await look(hours)]).toEqual([hours, true]);
});

test("a clock that jumped a month ahead is not believed before it has gone on for a day", async () => {
  const { look } = givenClock();
  await look(0);
  const month = 24 * 32;
  for (const hours of [0, 1, 6, 12, 23])
    expect(await look(month + hours)).toBe(false);
  expect(await look(month + 24)).toBe(true);
  expect(await look(month + 25)).toBe(true);
});

test("a clock that is put right meanwhile is believed at once, and its next jump is a new one", async () => {
  const { look } = givenClock();
  await look(0);
  const month = 24 * 32;
  expect(await look(month)).toBe(false);
  expect(await look(month + 20)).toBe(false);
  expect(await look(2)).toBe(true);
  expect(await look(month + 30)).toBe(false);
  expect(await look(month + 45)).toBe(false);
});

test("a clock that jumps again while it is not believed begins its day anew", async () => {
  const { look } = givenClock();
  await look(0);
  expect(await look(24 * 32)).toBe(false);
  expect(await look(24 * 64)).toBe(false);
  expect(await look(24 * 65 - 1)).toBe(false);
  expect(await look(24 * 65)).toBe(true);
});

test("a clock that went back is believed: by it, less is deleted", async () => {
  const { look } = givenClock();
  await look(0);
  expect(await look(-24 * 400)).toBe(true);
  expect(await look(0)).toBe(false);
});

test("the first look of all is measured by the newest event", async () => {
  const { db, look } = givenClock();
  await db.transaction().execute(async (trx) => {
    for (const hours of [-24 * 60, 0])
      await recordEvent(trx, {
        at: after(hours),
        actor: { kind: "system" },
        subject: { kind: "call", id: 1 },
        type: "call.opened",
      });
  });
  expect(await look(24 * 32)).toBe(false);
  expect(await look(3)).toBe(true);
});
