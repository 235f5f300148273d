import { expect, test } from "vitest";
import {
  backOffMilliseconds,
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
import {
  after,
  leaveIndexJob,
  recordingHandlers,
  start,
} from "#tests/given/jobs.ts";
import { readQueryPlans } from "#tests/setup/query-plans.ts";

const failing = recordingHandlers({
  "response.index": async () => {
    throw new RangeError("about an answer that said: secret");
  },
}).handlers;

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
