import type { ExpressionBuilder } from "kysely";
import type { JobState } from "#app/db/column-values.ts";
import type { Db, HeardSchema, Trx } from "#app/db/schema.ts";
import {
  backOffMilliseconds,
  jobKinds,
  jobLockMilliseconds,
  jobPayloads,
  maxJobAttempts,
  type JobHandlers,
  type JobKind,
  type JobPayload,
} from "./jobs.ts";

/** Leaves work for the worker, in the transaction of the change that asks for it. */
export async function enqueueJob<Kind extends JobKind>(
  trx: Trx,
  job: { kind: Kind; payload: JobPayload<Kind>; now: Date },
): Promise<void> {
  const at = job.now.toISOString();
  await trx
    .insertInto("jobs")
    .values({
      kind: job.kind,
      payload: JSON.stringify(job.payload),
      run_after: at,
      created_at: at,
      locked_until: null,
      last_error: null,
      finished_at: null,
    })
    .execute();
}

export type JobOutcome = "nothing-due" | "done" | "failed";

/**
 * Takes the oldest due job, of one kind where one is named, in one statement, runs it and writes down how it went.
 * A failure is tried again with back-off; after `maxJobAttempts` it stays as `failed` for staff to see.
 */
export async function runNextJob(
  db: Db,
  surroundings: { handlers: JobHandlers; now: () => Date; kind?: JobKind },
): Promise<JobOutcome> {
  const { handlers, now, kind } = surroundings;
  const job = await takeDueJob(db, { now: now(), kind });
  if (!job) return "nothing-due";
  try {
    await callHandler(handlers, job);
  } catch (error) {
    await recordFailure(db, { ...job, error, now: now() });
    return "failed";
  }
  await db
    .updateTable("jobs")
    .set({
      state: "done",
      locked_until: null,
      last_error: null,
      finished_at: now().toISOString(),
    })
    .where("id", "=", job.id)
    .where("state", "=", "running")
    // Whoever took it after its lock ran out has counted on.
    .where("attempts", "=", job.attempts)
    .execute();
  return "done";
}

type TakenJob = { id: number; kind: string; payload: string; attempts: number };

/**
 * What waits comes before what was lost with its process. Each half of the
 * condition is a search of its own in the index `jobs_due`: joined by OR they
 * would sort the whole backlog for every job taken.
 */
async function takeDueJob(
  db: Db,
  { now, kind }: { now: Date; kind: JobKind | undefined },
): Promise<TakenJob | undefined> {
  const at = now.toISOString();
  return (
    db
      .updateTable("jobs")
      .set((eb) => ({
        state: "running",
        attempts: eb("attempts", "+", 1),
        locked_until: new Date(
          now.getTime() + jobLockMilliseconds,
        ).toISOString(),
      }))
      .where("id", "=", (eb) =>
        eb.fn.coalesce(
          oldestJob(eb, "waiting", kind).where("candidate.run_after", "<=", at),
          oldestJob(eb, "running", kind)
            .where("candidate.locked_until", "<", at)
            .where("candidate.attempts", "<", maxJobAttempts),
        ),
      )
      // Said again outside: an engine that re-checks a row it waited for must not take it twice.
      .where((eb) =>
        eb.or([
          eb("state", "=", "waiting"),
          eb.and([
            eb("state", "=", "running"),
            eb("locked_until", "<", at),
            eb("attempts", "<", maxJobAttempts),
          ]),
        ]),
      )
      .returning(["id", "kind", "payload", "attempts"])
      .executeTakeFirst()
  );
}

function oldestJob(
  eb: ExpressionBuilder<HeardSchema, "jobs">,
  state: Extract<JobState, "waiting" | "running">,
  kind: JobKind | undefined,
) {
  return eb
    .selectFrom("jobs as candidate")
    .select("candidate.id")
    .where("candidate.state", "=", state)
    .$if(kind !== undefined, (query) =>
      query.where("candidate.kind", "=", kind ?? ""),
    )
    .orderBy("candidate.run_after")
    .orderBy("candidate.id")
    .limit(1);
}

/** A job that took its process with it every time is given up like one that failed every time. */
export async function giveUpLostJobs(db: Db, now: Date): Promise<void> {
  await db
    .updateTable("jobs")
    .set({
      state: "failed",
      locked_until: null,
      last_error: "lost",
      finished_at: now.toISOString(),
    })
    .where("state", "=", "running")
    .where("locked_until", "<", now.toISOString())
    .where("attempts", ">=", maxJobAttempts)
    .execute();
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
  const isFinal = failure.attempts >= maxJobAttempts;
  const runAfter = new Date(
    failure.now.getTime() + backOffMilliseconds(failure.attempts),
  );
  await db
    .updateTable("jobs")
    .set({
      state: isFinal ? "failed" : "waiting",
      run_after: runAfter.toISOString(),
      locked_until: null,
      // The error's name only: a message may quote the text it failed on.
      last_error:
        failure.error instanceof Error ? failure.error.name : "unknown",
      finished_at: isFinal ? failure.now.toISOString() : null,
    })
    .where("id", "=", failure.id)
    .where("state", "=", "running")
    .where("attempts", "=", failure.attempts)
    .execute();
}

export type JobOverview = {
  waiting: number;
  running: number;
  done: number;
  failed: {
    id: number;
    kind: string;
    attempts: number;
    lastError: string | null;
    createdAt: string;
  }[];
};

/** What staff see of the background work: counts, and the newest 50 failed jobs. */
export async function selectJobOverview(db: Db): Promise<JobOverview> {
  const counts = await db
    .selectFrom("jobs")
    .select((eb) => ["state", eb.fn.countAll<number>().as("count")])
    .groupBy("state")
    .execute();
  const failed = await db
    .selectFrom("jobs")
    .select([
      "id",
      "kind",
      "attempts",
      "last_error as lastError",
      "created_at as createdAt",
    ])
    .where("state", "=", "failed")
    .orderBy("id", "desc")
    .limit(50)
    .execute();
  const countOf = (state: JobState) =>
    counts.find((row) => row.state === state)?.count ?? 0;
  return {
    waiting: countOf("waiting"),
    running: countOf("running"),
    done: countOf("done"),
    failed,
  };
}

/** Puts a failed job back in line. @returns false where there is no failed job of that id. */
export async function retryFailedJob(
  db: Db,
  job: { id: number; now: Date },
): Promise<boolean> {
  const result = await db
    .updateTable("jobs")
    .set({
      state: "waiting",
      attempts: 0,
      run_after: job.now.toISOString(),
      last_error: null,
      finished_at: null,
    })
    .where("id", "=", job.id)
    .where("state", "=", "failed")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
