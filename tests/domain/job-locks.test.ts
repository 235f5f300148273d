import { expect, test } from "vitest";
import { jobLockMilliseconds } from "#app/domain/jobs/jobs.ts";
import { runNextJob, selectJobOverview } from "#app/domain/jobs/jobs.server.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import {
  after,
  leaveIndexJob,
  recordingHandlers,
  start,
} from "#tests/given/jobs.ts";

test("a job lost with its process is taken again when its lock has run out, and not before", async () => {
  const { db } = openTestDatabase();
  await leaveIndexJob(db, 1);
  const { ran, handlers } = recordingHandlers({
    "response.index": () => new Promise(() => {}),
  });
  void runNextJob(db, { handlers, now: () => start });
  await new Promise((resolve) => setTimeout(resolve, 20));
  const other = recordingHandlers();
  const runAt = (at: Date) =>
    runNextJob(db, { handlers: other.handlers, now: () => at });
  expect(await runAt(after(jobLockMilliseconds))).toBe("nothing-due");
  expect(await runAt(after(jobLockMilliseconds + 1))).toBe("done");
  expect([ran, other.ran]).toEqual([[], [1]]);
});

test("a job that takes longer than its lock lasts is nobody else's while it is at it", async () => {
  const { db } = openTestDatabase();
  await leaveIndexJob(db, 1);
  await leaveIndexJob(db, 2);
  let now = start;
  let finish = () => {};
  const { handlers } = recordingHandlers({
    "response.index": () => new Promise((resolve) => (finish = resolve)),
  });
  const lockMilliseconds = 60;
  const run = { handlers, lockMilliseconds, now: () => now };
  const first = runNextJob(db, run);
  await expect.poll(() => String(finish)).not.toBe("() => {}");
  now = after(10 * lockMilliseconds);
  const readLock = async () => {
    const of = db.selectFrom("jobs").select("locked_until").where("id", "=", 1);
    return (await of.executeTakeFirst())?.locked_until;
  };
  const held = after(11 * lockMilliseconds).toISOString();
  await expect.poll(readLock).toBe(held);
  const other = recordingHandlers();
  const take = () =>
    runNextJob(db, { handlers: other.handlers, now: () => now });
  expect([await take(), await take()]).toEqual(["done", "nothing-due"]);
  expect(other.ran).toEqual([2]);
  finish();
  expect(await first).toBe("done");
  expect((await selectJobOverview(db)).done).toBe(2);
});

test.each(["done", "failed"])(
  "a run that outlived its lock changes nothing of the run that took its place (%s)",
  async (end) => {
    const { db } = openTestDatabase();
    await leaveIndexJob(db, 1);
    let finish = () => {};
    const { handlers } = recordingHandlers({
      "response.index": () =>
        new Promise((resolve, reject) => {
          finish = end === "done" ? resolve : () => reject(new RangeError());
        }),
    });
    const first = runNextJob(db, { handlers, now: () => start });
    await expect.poll(() => String(finish)).not.toBe("() => {}");
    const later = after(jobLockMilliseconds + 1);
    await new Promise<void>((resolve, reject) => {
      const second = recordingHandlers({
        "response.index": () => new Promise(() => resolve()),
      });
      runNextJob(db, { handlers: second.handlers, now: () => later }).then(
        (outcome) => reject(new Error(`It was not taken: ${outcome}`)),
        reject,
      );
    });
    const readJob = () =>
      db
        .selectFrom("jobs")
        .select(["state", "attempts", "locked_until"])
        .executeTakeFirstOrThrow();
    const before = await readJob();
    expect(before.attempts).toBe(2);
    finish();
    await first;
    expect(await readJob()).toEqual(before);
  },
);
