import type { JobState } from "#app/db/column-values.ts";
import { countOf } from "#app/db/counts.ts";
import { keepQuery, type Places } from "#app/db/kept-queries.server.ts";
import type { Db, Trx } from "#app/db/schema.ts";
import type { JsonText } from "#app/db/tables/column-types.ts";
import type { TakenJob } from "./due-jobs.queries.server.ts";
import { maxJobAttempts, type JobKind } from "./jobs.ts";

type NewJob = {
  kind: JobKind;
  payload: JsonText;
  runAfter: string;
  at: string;
};

const newJob = keepQuery((db, job: Places<NewJob>) =>
  db.insertInto("jobs").values({
    kind: job.kind,
    payload: job.payload,
    run_after: job.runAfter,
    created_at: job.at,
    locked_until: null,
    last_error: null,
    finished_at: null,
  }),
);

export async function insertJob(trx: Trx, job: NewJob): Promise<void> {
  await newJob(trx, job);
}

/** Keeps a job for the run that still has it. */
export async function moveLock(
  db: Db,
  run: Pick<TakenJob, "id" | "attempts">,
  lockedUntil: string,
): Promise<void> {
  await db
    .updateTable("jobs")
    .set({ locked_until: lockedUntil })
    .where("id", "=", run.id)
    .where("state", "=", "running")
    .where("attempts", "=", run.attempts)
    .execute();
}

type Run = Pick<TakenJob, "id" | "attempts">;

/** Ends a run that still has its job: whoever took it after its lock ran out has counted on. */
export async function endRun(
  db: Db,
  run: Run,
  columns: {
    state: JobState;
    last_error: string | null;
    finished_at: string | null;
    run_after: string;
  },
): Promise<void> {
  await db
    .updateTable("jobs")
    .set({ ...columns, locked_until: null })
    .where("id", "=", run.id)
    .where("state", "=", "running")
    .where("attempts", "=", run.attempts)
    .execute();
}

const doneRun = keepQuery((db, run: Places<Run & { at: string }>) =>
  db
    .updateTable("jobs")
    .set({
      state: "done",
      last_error: null,
      finished_at: run.at,
      locked_until: null,
    })
    .where("id", "=", run.id)
    .where("state", "=", "running")
    .where("attempts", "=", run.attempts),
);

/** The same of one that did what it had to. */
export async function endDoneRun(
  db: Db,
  { id, attempts }: Run,
  at: string,
): Promise<void> {
  await doneRun(db, { id, attempts, at });
}

export async function failLostJobs(db: Db, at: string): Promise<void> {
  await db
    .updateTable("jobs")
    .set({
      state: "failed",
      locked_until: null,
      last_error: "lost",
      finished_at: at,
    })
    .where("state", "=", "running")
    .where("locked_until", "<", at)
    .where("attempts", ">=", maxJobAttempts)
    .execute();
}

export async function failJobsOfOtherKinds(
  db: Db,
  of: { kinds: readonly JobKind[]; at: string },
): Promise<void> {
  await db
    .updateTable("jobs")
    .set({
      state: "failed",
      locked_until: null,
      last_error: "unknown-kind",
      finished_at: of.at,
    })
    .where("state", "=", "waiting")
    .where("kind", "not in", of.kinds)
    .execute();
}

export async function countJobsByState(db: Db): Promise<Map<JobState, number>> {
  const rows = await db
    .selectFrom("jobs")
    .select((eb) => ["state", eb.fn.countAll().as("count")])
    .groupBy("state")
    .execute();
  return new Map(rows.map((row) => [row.state, countOf(row)]));
}

/** Those of them that are due already are due from now on. */
export async function updateRunAfter(
  db: Db,
  jobs: { kind: JobKind; payloads: readonly JsonText[]; at: string },
): Promise<void> {
  await db
    .updateTable("jobs")
    .set({ run_after: jobs.at })
    .where("kind", "=", jobs.kind)
    .where("state", "=", "waiting")
    .where("run_after", "<", jobs.at)
    .where("payload", "in", jobs.payloads)
    .execute();
}

export type FailedJob = {
  id: number;
  kind: string;
  attempts: number;
  lastError: string | null;
  createdAt: string;
};

export async function selectNewestFailedJobs(
  db: Db,
  limit: number,
): Promise<FailedJob[]> {
  return db
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
    .limit(limit)
    .execute();
}

/** @returns false where there is no failed job of that id. */
export async function putFailedJobBack(
  db: Db,
  job: { id: number; at: string },
): Promise<boolean> {
  const result = await db
    .updateTable("jobs")
    .set({
      state: "waiting",
      attempts: 0,
      run_after: job.at,
      last_error: null,
      finished_at: null,
    })
    .where("id", "=", job.id)
    .where("state", "=", "failed")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
