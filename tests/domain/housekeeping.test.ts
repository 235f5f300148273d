import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { startDraft } from "#app/domain/drafts/drafts.server.ts";
import { lookAtClock } from "#app/domain/jobs/clock.server.ts";
import { selectDayRoots } from "#app/domain/proofs/days.server.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { startWorking } from "#app/tasks/work.server.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { countDrafts } from "#tests/asking/events.ts";
import { openTestDatabase } from "#tests/given/database.ts";

const start = new Date("2026-11-22T09:00:00Z");
const afterDays = (days: number) =>
  new Date(start.getTime() + days * 24 * 3_600_000);

async function givenDraftAndWorker(now: Date) {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  await startDraft(db, {
    callId: call.id,
    definitionId: call.definitionId,
    language: "en",
    holderKey: randomBytes(32).toString("base64url"),
    now: start,
    randomBytes,
  });
  const context = await makeTestContext(db);
  const told: string[] = [];
  const logger = {
    info: (_facts: object, text?: string) => told.push(text ?? ""),
    error: (_facts: object, text?: string) => told.push(text ?? ""),
  };
  const work = () =>
    startWorking({ ...context, logger, now: () => now }, undefined);
  return { db, told, work };
}

test("a server started with its clock a month ahead deletes no draft, and says why", async () => {
  const { db, told, work } = await givenDraftAndWorker(afterDays(32));
  await lookAtClock(db, start);
  const { stop } = work();
  await expect.poll(() => told.join()).toContain("The clock has jumped");
  await stop();
  expect(await countDrafts(db)).toBe(1);
});

test("a server whose clock went on deletes what has expired and makes the roots of the days, though nobody used it", async () => {
  const { db, work } = await givenDraftAndWorker(afterDays(32));
  const kept = { version: 1, kept_at: start.toISOString(), salt: "", leaf: "" };
  await db.insertInto("receipt_leaves").values(kept).execute();
  for (let days = 0; days <= 31; days += 1)
    await lookAtClock(db, afterDays(days));
  const { stop } = work();
  await expect.poll(() => countDrafts(db)).toBe(0);
  const roots = async () => (await selectDayRoots(db)).length;
  await expect.poll(roots).toBe(32);
  await stop();
});
