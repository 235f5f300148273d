import { expect, test } from "vitest";
import type { Db, NewRow } from "#app/db/schema.ts";
import { jobLockMilliseconds, maxJobAttempts } from "#app/domain/jobs/jobs.ts";
import {
  enqueueJob,
  giveUpLostJobs,
  retryFailedJob,
  runNextJob,
  selectJobOverview,
} from "#app/domain/jobs/jobs.server.ts";
import { giveUpUnknownJobs } from "#app/domain/jobs/unknown-jobs.server.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { after, recordingHandlers, start } from "#tests/given/jobs.ts";

/* Beside every job that is meant, others wait, run, failed or are done, before and after it. */

const isoAfter = (milliseconds: number) => after(milliseconds).toISOString();

/** Jobs in any state, numbered from 1 as they are given. */
async function givenJobs(db: Db, ...jobs: Partial<NewRow<"jobs">>[]) {
  for (const [index, job] of jobs.entries())
    await db
      .insertInto("jobs")
      .values({
        kind: "response.index",
        payload: JSON.stringify({ responseId: index + 1 }),
        run_after: start.toISOString(),
        created_at: start.toISOString(),
        locked_until: null,
        last_error: null,
        finished_at: null,
        ...job,
      })
      .execute();
}

const running = (attempts: number, lockedUntil: number) => ({
  state: "running" as const,
  attempts,
  locked_until: isoAfter(lockedUntil),
});

const failed = {
  state: "failed" as const,
  attempts: maxJobAttempts,
  last_error: "RangeError",
  finished_at: isoAfter(1),
};

const readJobs = (db: Db) =>
  db.selectFrom("jobs").selectAll().orderBy("id").execute();

const statesOf = async (db: Db) =>
  (await readJobs(db)).map(({ state }) => state);

function watchedHandlers(onIndex: () => void = () => {}) {
  const ran: number[] = [];
  const note = async ({ attachmentId }: { attachmentId: number }) =>
    void ran.push(attachmentId);
  const { handlers } = recordingHandlers({
    "attachment.check": note,
    "attachment.scan": note,
    "response.index": async ({ responseId }) => {
      ran.push(responseId);
      onIndex();
    },
  });
  return { ran, handlers };
}

test("the job that is taken is the one of its line that was due first, and of one moment the one left first", async () => {
  const { db } = openTestDatabase();
  await givenJobs(
    db,
    { run_after: isoAfter(2) },
    { kind: "attachment.scan", payload: '{"attachmentId":2}' },
    { run_after: isoAfter(1) },
    { run_after: isoAfter(1) },
    { state: "done" },
    failed,
  );
  const { ran, handlers } = watchedHandlers();
  const run = () =>
    runNextJob(db, { handlers, now: () => after(2), kind: "response.index" });
  for (let count = 0; count < 4; count += 1) await run();
  expect(ran).toEqual([3, 4, 1]);
  await runNextJob(db, { handlers, now: () => after(2) });
  expect(ran).toEqual([3, 4, 1, 2]);
  expect(await statesOf(db)).toEqual([...Array(5).fill("done"), "failed"]);
});

test("what waits is taken before what was lost, and of what was lost the first that may be tried again", async () => {
  const { db } = openTestDatabase();
  const late = jobLockMilliseconds;
  await givenJobs(
    db,
    running(maxJobAttempts, 1),
    running(1, late),
    running(1, 1),
    running(1, 1),
    { run_after: isoAfter(late) },
  );
  const { ran, handlers } = watchedHandlers();
  const run = () => runNextJob(db, { handlers, now: () => after(late) });
  for (let count = 0; count < 4; count += 1) await run();
  expect(ran).toEqual([5, 3, 4]);
});

test.each(["done", "waiting"] as const)(
  "a run that ends ends its own job: %s",
  async (state) => {
    const { db } = openTestDatabase();
    const others = running(1, jobLockMilliseconds);
    await givenJobs(db, others, {}, others);
    const before = await readJobs(db);
    const { handlers } = watchedHandlers(() => {
      if (state === "waiting") throw new RangeError();
    });
    await runNextJob(db, { handlers, now: () => start });
    const [first, own, last] = await readJobs(db);
    expect([first, last]).toEqual([before[0], before[2]]);
    expect(own).toMatchObject({ state, attempts: 1, locked_until: null });
    expect(own?.run_after).toBe(isoAfter(state === "done" ? 0 : 10_000));
  },
);

test("a run that comes back to a job that was given up leaves it given up", async () => {
  const { db } = openTestDatabase();
  await givenJobs(db, {});
  const { handlers } = watchedHandlers();
  const givenUp = { ...failed, attempts: 1 };
  handlers["response.index"] = async () => {
    await db.updateTable("jobs").set(givenUp).execute();
  };
  await runNextJob(db, { handlers, now: () => start });
  expect(await readJobs(db)).toMatchObject([givenUp]);
});

test("given up are the lost ones that were tried often enough, and no others", async () => {
  const { db } = openTestDatabase();
  await givenJobs(
    db,
    { attempts: maxJobAttempts },
    running(maxJobAttempts - 1, 1),
    running(maxJobAttempts, 5),
    running(maxJobAttempts, 4),
    { ...running(maxJobAttempts, 1), state: "done" },
  );
  await giveUpLostJobs(db, after(5));
  expect(await statesOf(db)).toEqual([
    "waiting",
    "running",
    "running",
    "failed",
    "done",
  ]);
  const [, , , lost] = await readJobs(db);
  expect(lost).toMatchObject({
    locked_until: null,
    last_error: "lost",
    finished_at: isoAfter(5),
  });
});

test("of a kind that this version does not know, what waits is given up and what is done stays done", async () => {
  const { db } = openTestDatabase();
  const unknown = { kind: "response.sing" };
  await givenJobs(
    db,
    { ...unknown, state: "done" },
    { ...unknown, ...running(1, 5) },
    {},
    unknown,
  );
  await giveUpUnknownJobs(db, after(5));
  expect(await readJobs(db)).toMatchObject([
    { state: "done", last_error: null },
    { state: "running" },
    { state: "waiting" },
    {
      state: "failed",
      last_error: "unknown-kind",
      finished_at: isoAfter(5),
    },
  ]);
});

test("staff see how many are in each state, and of those that failed the newest fifty, newest first", async () => {
  const { db } = openTestDatabase();
  await givenJobs(
    db,
    ...Array.from({ length: 51 }, () => failed),
    {},
    {},
    running(1, 5),
    { state: "done" },
    { state: "done" },
    { state: "done" },
  );
  const overview = await selectJobOverview(db);
  expect(overview).toMatchObject({ waiting: 2, running: 1, done: 3 });
  const ids = overview.failed.map(({ id }) => id);
  expect(ids).toEqual(Array.from({ length: 50 }, (_, index) => 51 - index));
});

test("put back in line is the failed job that was named, as if it were new", async () => {
  const { db } = openTestDatabase();
  await givenJobs(db, failed, failed, failed, { attempts: 2 });
  const before = await readJobs(db);
  expect(await retryFailedJob(db, { id: 2, now: after(9) })).toBe(true);
  expect(await retryFailedJob(db, { id: 4, now: after(9) })).toBe(false);
  const jobs = await readJobs(db);
  expect([jobs[0], jobs[2], jobs[3]]).toEqual([
    before[0],
    before[2],
    before[3],
  ]);
  expect(jobs[1]).toMatchObject({
    state: "waiting",
    attempts: 0,
    run_after: isoAfter(9),
    last_error: null,
    finished_at: null,
  });
});

test("a job that is left waits from the moment it was left", async () => {
  const { db } = openTestDatabase();
  const job = {
    kind: "response.index" as const,
    payload: { responseId: 7 },
    now: after(3),
  };
  await db.transaction().execute((trx) => enqueueJob(trx, job));
  expect(await readJobs(db)).toMatchObject([
    {
      state: "waiting",
      attempts: 0,
      run_after: isoAfter(3),
      created_at: isoAfter(3),
    },
  ]);
});
