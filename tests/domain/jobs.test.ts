import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import {
  backOffMilliseconds,
  type JobHandlers,
  jobLockMilliseconds,
  maxJobAttempts,
} from "#app/domain/jobs/jobs.ts";
import {
  enqueueJob,
  giveUpLostJobs,
  retryFailedJob,
  runNextJob,
  selectJobOverview,
} from "#app/domain/jobs/jobs.server.ts";
import { startWorking } from "#app/tasks/work.server.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase, openTestFile } from "#tests/given/database.ts";
import { readQueryPlans } from "#tests/setup/query-plans.ts";

const start = new Date("2026-11-22T09:00:00Z");
const after = (milliseconds: number) =>
  new Date(start.getTime() + milliseconds);

function recordingHandlers(overrides: Partial<JobHandlers> = {}) {
  const ran: number[] = [];
  const handlers: JobHandlers = {
    "attachment.check": async () => {},
    "attachment.scan": async () => {},
    "attachment.extract-text": async () => {},
    "response.index": async ({ responseId }) => {
      ran.push(responseId);
    },
    ...overrides,
  };
  return { ran, handlers };
}

const failing = recordingHandlers({
  "response.index": async () => {
    throw new RangeError("about an answer that said: secret");
  },
}).handlers;

async function leaveIndexJob(db: Db, responseId: number, now = start) {
  await db
    .transaction()
    .execute((trx) =>
      enqueueJob(trx, { kind: "response.index", payload: { responseId }, now }),
    );
}

test("jobs run in the order in which they became due, each once", async () => {
  const { db } = openTestDatabase();
  const { ran, handlers } = recordingHandlers();
  await leaveIndexJob(db, 2, after(2));
  await leaveIndexJob(db, 1, after(1));
  await leaveIndexJob(db, 9, after(999_999));
  const run = () => runNextJob(db, { handlers, now: () => after(10) });
  expect([await run(), await run(), await run()]).toEqual([
    "done",
    "done",
    "nothing-due",
  ]);
  expect(ran).toEqual([1, 2]);
});

test("a job left in a change that was rolled back never runs", async () => {
  const { db } = openTestDatabase();
  const { handlers } = recordingHandlers();
  const change = db.transaction().execute(async (trx) => {
    const payload = { responseId: 1 };
    await enqueueJob(trx, { kind: "response.index", payload, now: start });
    throw new Error("the change failed");
  });
  await expect(change).rejects.toThrow();
  expect(await runNextJob(db, { handlers, now: () => start })).toBe(
    "nothing-due",
  );
});

test("a failed job waits longer each time, is given up after the last try, and says no more than its error's name", async () => {
  const { db } = openTestDatabase();
  await leaveIndexJob(db, 1);
  let now = start;
  const run = () => runNextJob(db, { handlers: failing, now: () => now });
  for (let attempt = 1; attempt < maxJobAttempts; attempt += 1) {
    expect(await run()).toBe("failed");
    expect(await run()).toBe("nothing-due");
    now = new Date(now.getTime() + backOffMilliseconds(attempt));
  }
  expect(await run()).toBe("failed");
  now = after(10 ** 9);
  expect(await run()).toBe("nothing-due");
  const { failed } = await selectJobOverview(db);
  expect(failed).toMatchObject([
    {
      kind: "response.index",
      attempts: maxJobAttempts,
      lastError: "RangeError",
    },
  ]);
});

test("a failed job that staff put back in line runs again", async () => {
  const { db } = openTestDatabase();
  await leaveIndexJob(db, 1);
  await db.updateTable("jobs").set({ state: "failed", attempts: 6 }).execute();
  expect(await retryFailedJob(db, { id: 1, now: start })).toBe(true);
  expect(await retryFailedJob(db, { id: 1, now: start })).toBe(false);
  const { ran, handlers } = recordingHandlers();
  await runNextJob(db, { handlers, now: () => start });
  expect(ran).toEqual([1]);
});

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
    const second = recordingHandlers({
      "response.index": () => new Promise(() => {}),
    });
    const later = after(jobLockMilliseconds + 1);
    void runNextJob(db, { handlers: second.handlers, now: () => later });
    const readJob = () =>
      db
        .selectFrom("jobs")
        .select(["state", "attempts", "locked_until"])
        .executeTakeFirstOrThrow();
    await expect.poll(async () => (await readJob()).attempts).toBe(2);
    const before = await readJob();
    finish();
    await first;
    expect(await readJob()).toEqual(before);
  },
);

test("a job that ends its process every time is given up", async () => {
  const { db } = openTestDatabase();
  await leaveIndexJob(db, 1);
  await db
    .updateTable("jobs")
    .set({
      state: "running",
      attempts: maxJobAttempts,
      locked_until: start.toISOString(),
    })
    .execute();
  const { ran, handlers } = recordingHandlers();
  const now = after(jobLockMilliseconds);
  expect(await runNextJob(db, { handlers, now: () => now })).toBe(
    "nothing-due",
  );
  await giveUpLostJobs(db, now);
  const { failed } = await selectJobOverview(db);
  expect(failed).toMatchObject([{ lastError: "lost" }]);
  expect(ran).toEqual([]);
});

test("taking a job searches the index and sorts nothing", async () => {
  const { db } = openTestFile();
  const { handlers } = recordingHandlers();
  const [plan] = await readQueryPlans(db, (watched) =>
    runNextJob(watched, { handlers, now: () => start }),
  );
  expect(plan).toMatch(
    /SEARCH candidate USING (COVERING )?INDEX jobs_due \(state=\? AND run_after</,
  );
  expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
});

test("the worker runs what is there and what comes later, and stops when told", async () => {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db);
  const { ran, handlers } = recordingHandlers();
  await leaveIndexJob(db, 1);
  const work = startWorking({ ...context, now: () => new Date() }, handlers);
  await expect.poll(() => ran).toEqual([1]);
  await leaveIndexJob(db, 2);
  await expect.poll(() => ran).toEqual([1, 2]);
  await work.stop();
  await leaveIndexJob(db, 3);
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(ran).toEqual([1, 2]);
});

test("the worker ends the job under way before it stops", async () => {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db);
  let isStarted = false;
  let hasEnded = false;
  const { handlers } = recordingHandlers({
    "response.index": async () => {
      isStarted = true;
      await new Promise((resolve) => setTimeout(resolve, 200));
      hasEnded = true;
    },
  });
  await leaveIndexJob(db, 1);
  const work = startWorking({ ...context, now: () => new Date() }, handlers);
  await expect.poll(() => isStarted).toBe(true);
  await work.stop();
  expect(hasEnded).toBe(true);
  expect((await selectJobOverview(db)).done).toBe(1);
});
