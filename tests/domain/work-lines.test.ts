import { setTimeout as sleep } from "node:timers/promises";
import SqliteConnection from "better-sqlite3";
import { workSettings } from "#tests/given/jobs.ts";
import { expect, onTestFinished, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import {
  type JobHandlers,
  jobLockMilliseconds,
} from "#app/domain/jobs/jobs.ts";
import {
  countDueJobs,
  enqueueJob,
  runNextJob,
  selectJobOverview,
} from "#app/domain/jobs/jobs.server.ts";
import { giveUpUnknownJobs } from "#app/domain/jobs/unknown-jobs.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { startWorking } from "#app/tasks/work.server.ts";
import { countCommits, keepWholeLog } from "#tests/given/commits.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase, openTestFile } from "#tests/given/database.ts";
import { readQueryPlans } from "#tests/setup/query-plans.ts";

const now = new Date("2026-11-22T09:00:00Z");

const noHandlers: JobHandlers = {
  "attachment.check": async () => {},
  "attachment.scan": async () => {},
  "attachment.extract-text": async () => {},
  "attachment.copy": async () => {},
  "attachment.recognise": async () => {},
  "import.work": async () => {},
  "project.work": async () => {},
  "safeguarding.tell": async () => {},
  "team.tell-handed-over": async () => {},
  "safeguarding.remind": async () => {},
  "mail.send": async () => {},
  "export.make": async () => {},
  "bulk.run": async () => {},
  "responses.due": async () => {},
  "call.publish": async () => {},
  "call.tell": async () => {},
  "response.index": async () => {},
};

async function openWithTwoJobs({ db }: { db: Db } = openTestDatabase()) {
  await db.transaction().execute(async (trx) => {
    const text = {
      kind: "attachment.extract-text",
      payload: { attachmentId: 1 },
      now,
    } as const;
    await enqueueJob(trx, text);
    await enqueueJob(trx, {
      kind: "response.index",
      payload: { responseId: 2 },
      now,
    });
  });
  return db;
}

const surroundingsOf = ({
  db,
  attachmentStore,
}: Pick<RequestContext, "db" | "attachmentStore">) => ({
  db,
  attachmentStore,
  env: workSettings,
  logger: { info: () => {}, error: () => {} },
  now: () => now,
});

test("a text that takes long holds up neither the index nor the scanner", async () => {
  const db = await openWithTwoJobs();
  const context = await makeTestContext(db);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const indexed = new Promise<number>((resolve) => {
    const work = startWorking(surroundingsOf(context), {
      ...noHandlers,
      "attachment.extract-text": () => held,
      "response.index": async ({ responseId }) => {
        letGo();
        void work.stop().then(() => resolve(responseId));
      },
    });
  });
  expect(await indexed).toBe(2);
});

test("a line takes its own kind, though another's is due before it", async () => {
  const db = await openWithTwoJobs();
  const ran: number[] = [];
  const handlers: JobHandlers = {
    ...noHandlers,
    "response.index": async ({ responseId }) => void ran.push(responseId),
  };
  const run = () =>
    runNextJob(db, { handlers, now: () => now, kind: "response.index" });
  expect([await run(), await run()]).toEqual(["done", "nothing-due"]);
  expect(ran).toEqual([2]);
});

test("a job of a kind that nobody knows is told to staff", async () => {
  const db = await openWithTwoJobs();
  await db
    .updateTable("jobs")
    .set({ kind: "no.such" })
    .where("id", "=", 1)
    .execute();
  await giveUpUnknownJobs(db, now);
  const { failed, waiting } = await selectJobOverview(db);
  expect(failed).toMatchObject([
    { kind: "no.such", lastError: "unknown-kind" },
  ]);
  expect(waiting).toBe(1);
});

test("a line finds its next job in an index, however long the others are", async () => {
  const db = await openWithTwoJobs(openTestFile());
  const kind = "response.index";
  const [take, , look] = await readQueryPlans(db, async (watched) => {
    await runNextJob(watched, { handlers: noHandlers, now: () => now, kind });
    await countDueJobs(watched, { kind, now, most: 8 });
  });
  for (const plan of [take, look])
    expect(plan).toMatch(/INDEX jobs_due_of_kind \(kind=\? AND state=\?/);
  expect(take).not.toMatch(/SCAN|TEMP B-TREE/);
  expect(look).not.toMatch(/SCAN (candidate|jobs)|TEMP B-TREE/);
});

test("a worker that finds nothing due asks nobody for the lock", async () => {
  const { db, file } = openTestFile({ patienceMilliseconds: 20 });
  const context = await makeTestContext(db);
  const told: object[] = [];
  const logger = { info: () => {}, error: (what: object) => told.push(what) };
  const other = new SqliteConnection(file);
  onTestFinished(() => void other.close());
  const work = startWorking({ ...surroundingsOf(context), logger }, noHandlers);
  // Housekeeping, which writes, is over by then.
  await sleep(400);
  other.exec("begin immediate");
  await sleep(600);
  other.exec("rollback");
  await work.stop();
  expect(told).toEqual([]);
});

test("what is due is counted by its kind: what waits, and what was lost", async () => {
  const db = await openWithTwoJobs();
  const kind = "response.index";
  const count = (at: Date) => countDueJobs(db, { kind, now: at, most: 2 });
  const lostAt = new Date(now.getTime() + jobLockMilliseconds + 1);
  expect([await count(new Date(now.getTime() - 1)), await count(now)]).toEqual([
    0, 1,
  ]);
  const never = { ...noHandlers, [kind]: () => new Promise<void>(() => {}) };
  void runNextJob(db, { handlers: never, now: () => now, kind });
  await expect.poll(() => count(now)).toBe(0);
  expect(await count(lostAt)).toBe(1);
});

/** Works off so many jobs of the index, beside what each of them sees of itself on disk. */
async function indexAll(count: number, fails: (id: number) => boolean) {
  const { db, file } = openTestFile();
  const context = await makeTestContext(db);
  await keepWholeLog(db);
  await db.transaction().execute(async (trx) => {
    for (let responseId = 1; responseId <= count; responseId += 1)
      await enqueueJob(trx, {
        kind: "response.index",
        payload: { responseId },
        now,
      });
  });
  const outside = new SqliteConnection(file, { readonly: true });
  onTestFinished(() => void outside.close());
  const attemptsOnDisk = outside
    .prepare("select attempts from jobs where id = ?")
    .pluck();
  const seen: unknown[] = [];
  let inside = 0;
  let mostInside = 0;
  const before = countCommits(file);
  const work = startWorking(surroundingsOf(context), {
    ...noHandlers,
    "response.index": async ({ responseId }) => {
      seen.push(attemptsOnDisk.get(responseId));
      inside += 1;
      mostInside = Math.max(mostInside, inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
      if (fails(responseId)) throw new Error("no");
    },
  });
  await expect.poll(() => seen.length).toBe(count);
  await work.stop();
  const commitCount = countCommits(file) - before;
  return {
    seen,
    mostInside,
    commitCount,
    overview: await selectJobOverview(db),
  };
}

test("what is due in the index is done several at once, each counted on disk before it begins", async () => {
  const { seen, commitCount, overview } = await indexAll(40, () => false);
  expect(seen).toEqual(seen.map(() => 1));
  expect(overview).toMatchObject({ done: 40, running: 0, failed: [] });
  expect(commitCount).toBeLessThan(40);
});

test("where they fail, one by one", async () => {
  const { mostInside, overview } = await indexAll(6, () => true);
  expect(mostInside).toBe(1);
  expect(overview).toMatchObject({ waiting: 6, running: 0, done: 0 });
});
