import type { Db, Trx } from "#app/db/schema.ts";
import {
  selectDueJobs,
  takeDueJob,
  type TakenJob,
} from "./due-jobs.queries.server.ts";
import {
  countJobsByState,
  endDoneRun,
  endRun,
  failLostJobs,
  type FailedJob,
  insertJob,
  moveLock,
  putFailedJobBack,
  selectNewestFailedJobs,
  updateRunAfter,
} from "./jobs.queries.server.ts";
import {
  backOffMilliseconds,
  jobKinds,
  jobLockMilliseconds,
  jobPayloads,
  longestRunMilliseconds,
  mostAttemptsOf,
  type JobHandlers,
  type JobKind,
  type JobPayload,
} from "./jobs.ts";

/** Leaves work for the worker, in the transaction of the change that asks for it; for a moment to come where one is named. */
export async function enqueueJob<Kind extends JobKind>(
  trx: Trx,
  job: { kind: Kind; payload: JobPayload<Kind>; now: Date; runAfter?: Date },
): Promise<void> {
  await insertJob(trx, {
    kind: job.kind,
    payload: JSON.stringify(job.payload),
    runAfter: (job.runAfter ?? job.now).toISOString(),
    at: job.now.toISOString(),
  });
}

/** Puts jobs that are due behind whatever else of their kind is due now. */
export async function putJobsBehind<Kind extends JobKind>(
  db: Db,
  jobs: { kind: Kind; payloads: JobPayload<Kind>[]; now: Date },
): Promise<void> {
  await updateRunAfter(db, {
    kind: jobs.kind,
    payloads: jobs.payloads.map((payload) => JSON.stringify(payload)),
    at: jobs.now.toISOString(),
  });
}

/** How many jobs of a kind may be taken now, of so many at most. It asks for no lock, which whoever takes one needs. */
export async function countDueJobs(
  db: Db,
  { kind, now, most }: { kind: JobKind; now: Date; most: number },
): Promise<number> {
  const due = await selectDueJobs(db, { kind, at: now.toISOString(), most });
  return Math.min(most, due.length);
}

export type JobOutcome = "nothing-due" | "done" | "failed";

/**
 * Takes the oldest due job, of one kind where one is named, in one statement, runs it and writes down how it went.
 * A failure is tried again with back-off; after `mostAttemptsOf` its kind it stays as `failed` for staff to see.
 */
export async function runNextJob(
  db: Db,
  surroundings: {
    handlers: JobHandlers;
    now: () => Date;
    kind?: JobKind;
    lockMilliseconds?: number;
  },
): Promise<JobOutcome> {
  const { handlers, now, kind } = surroundings;
  const { lockMilliseconds = jobLockMilliseconds } = surroundings;
  const lockedUntil = () => isoAfter(now(), lockMilliseconds);
  const job = await takeDueJob(db, {
    at: now().toISOString(),
    lockedUntil: lockedUntil(),
    kind,
  });
  if (!job) return "nothing-due";
  const letGo = holdLock(lockMilliseconds, () =>
    moveLock(db, job, lockedUntil()),
  );
  try {
    await callHandler(handlers, job);
  } catch (error) {
    await recordFailure(db, { ...job, error, now: now() });
    return "failed";
  } finally {
    letGo();
  }
  await endDoneRun(db, job, now().toISOString());
  return "done";
}

/**
 * Says again and again that a run is at it still, so that nobody takes its job
 * for one that was lost: a large file may take longer than the lock lasts.
 *
 * @returns what ends it.
 */
function holdLock(
  lockMilliseconds: number,
  moveOn: () => Promise<void>,
): () => void {
  const between = lockMilliseconds / 3;
  let left = Math.floor(longestRunMilliseconds / between);
  const timer = setInterval(() => {
    left -= 1;
    if (left <= 0) clearInterval(timer);
    // A database that is away is asked again the next time.
    moveOn().catch(() => undefined);
  }, between);
  timer.unref();
  return () => clearInterval(timer);
}

function isoAfter(at: Date, milliseconds: number): string {
  return new Date(at.getTime() + milliseconds).toISOString();
}

/** A job that took its process with it every time is given up like one that failed every time. */
export async function giveUpLostJobs(db: Db, now: Date): Promise<void> {
  await failLostJobs(db, now.toISOString());
}

async function callHandler(handlers: JobHandlers, job: TakenJob) {
  const kind = jobKinds.find((known) => known === job.kind);
  if (!kind) throw new Error(`No such kind of job: ${job.kind}`);
  const payload = jobPayloads[kind].parse(JSON.parse(job.payload));
  // The payload was parsed by the schema of this very kind.
  const handler = handlers[kind] as (payload: unknown) => Promise<void>;
  await handler(payload);
}

async function recordFailure(
  db: Db,
  failure: TakenJob & { error: unknown; now: Date },
) {
  const isFinal = failure.attempts >= mostAttemptsOf(failure.kind);
  await endRun(db, failure, {
    state: isFinal ? "failed" : "waiting",
    run_after: isoAfter(failure.now, backOffMilliseconds(failure.attempts)),
    // The error's name only: a message may quote the text it failed on.
    last_error: failure.error instanceof Error ? failure.error.name : "unknown",
    finished_at: isFinal ? failure.now.toISOString() : null,
  });
}

const shownFailedJobs = 50;

export type JobOverview = {
  waiting: number;
  running: number;
  done: number;
  failed: FailedJob[];
};

/** What staff see of the background work: counts, and the newest 50 failed jobs. */
export async function selectJobOverview(db: Db): Promise<JobOverview> {
  const counts = await countJobsByState(db);
  return {
    waiting: counts.get("waiting") ?? 0,
    running: counts.get("running") ?? 0,
    done: counts.get("done") ?? 0,
    failed: await selectNewestFailedJobs(db, shownFailedJobs),
  };
}

/** Puts a failed job back in line. @returns false where there is no failed job of that id. */
export async function retryFailedJob(
  db: Db,
  job: { id: number; now: Date },
): Promise<boolean> {
  return putFailedJobBack(db, { id: job.id, at: job.now.toISOString() });
}
