import type { Db, Trx } from "#app/db/schema.ts";
import {
  countJobsByState,
  endRun,
  failLostJobs,
  type FailedJob,
  insertJob,
  putFailedJobBack,
  selectNewestFailedJobs,
  takeDueJob,
  type TakenJob,
  updateRunAfter,
} from "./jobs.queries.server.ts";
import {
  backOffMilliseconds,
  jobKinds,
  jobLockMilliseconds,
  jobPayloads,
  mostAttemptsOf,
  type JobHandlers,
  type JobKind,
  type JobPayload,
} from "./jobs.ts";

/** Leaves work for the worker, in the transaction of the change that asks for it. */
export async function enqueueJob<Kind extends JobKind>(
  trx: Trx,
  job: { kind: Kind; payload: JobPayload<Kind>; now: Date },
): Promise<void> {
  await insertJob(trx, {
    kind: job.kind,
    payload: JSON.stringify(job.payload),
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

export type JobOutcome = "nothing-due" | "done" | "failed";

/**
 * Takes the oldest due job, of one kind where one is named, in one statement, runs it and writes down how it went.
 * A failure is tried again with back-off; after `mostAttemptsOf` its kind it stays as `failed` for staff to see.
 */
export async function runNextJob(
  db: Db,
  surroundings: { handlers: JobHandlers; now: () => Date; kind?: JobKind },
): Promise<JobOutcome> {
  const { handlers, now, kind } = surroundings;
  const takenAt = now();
  const job = await takeDueJob(db, {
    at: takenAt.toISOString(),
    lockedUntil: new Date(
      takenAt.getTime() + jobLockMilliseconds,
    ).toISOString(),
    kind,
  });
  if (!job) return "nothing-due";
  try {
    await callHandler(handlers, job);
  } catch (error) {
    await recordFailure(db, { ...job, error, now: now() });
    return "failed";
  }
  await endRun(db, job, {
    state: "done",
    last_error: null,
    finished_at: now().toISOString(),
  });
  return "done";
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
  const runAfter = new Date(
    failure.now.getTime() + backOffMilliseconds(failure.attempts),
  );
  await endRun(db, failure, {
    state: isFinal ? "failed" : "waiting",
    run_after: runAfter.toISOString(),
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
