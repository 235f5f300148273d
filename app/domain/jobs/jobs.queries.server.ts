import type { ExpressionBuilder } from "kysely";
import type { JobState } from "#app/db/column-values.ts";
import { countOf } from "#app/db/counts.ts";
import { skipLocked } from "#app/db/locks.server.ts";
import type { Db, HeardSchema, Trx } from "#app/db/schema.ts";
import type { JsonText } from "#app/db/tables/column-types.ts";
import { maxJobAttempts, type JobKind } from "./jobs.ts";

export async function insertJob(
  trx: Trx,
  job: { kind: JobKind; payload: JsonText; at: string },
): Promise<void> {
  await trx
    .insertInto("jobs")
    .values({
      kind: job.kind,
      payload: job.payload,
      run_after: job.at,
      created_at: job.at,
      locked_until: null,
      last_error: null,
      finished_at: null,
    })
    .execute();
}

export type TakenJob = {
  id: number;
  kind: string;
  payload: JsonText;
  attempts: number;
};

/**
 * What waits comes before what was lost with its process. Each half of the
 * condition is a search of its own in the index `jobs_due`: joined by OR they
 * would sort the whole backlog for every job taken.
 */
export async function takeDueJob(
  db: Db,
  of: { at: string; lockedUntil: string; kind: JobKind | undefined },
): Promise<TakenJob | undefined> {
  const { at, lockedUntil, kind } = of;
  return (
    db
      .updateTable("jobs")
      .set((eb) => ({
        state: "running",
        attempts: eb("attempts", "+", 1),
        locked_until: lockedUntil,
      }))
      .where("id", "=", (eb) =>
        eb.fn.coalesce(
          oldestJob(eb, "waiting", kind)
            .where("candidate.run_after", "<=", at)
            .$call(skipLocked(db)),
          oldestJob(eb, "running", kind)
            .where("candidate.locked_until", "<", at)
            .where("candidate.attempts", "<", maxJobAttempts)
            .$call(skipLocked(db)),
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

/** Ends a run that still has its job: whoever took it after its lock ran out has counted on. */
export async function endRun(
  db: Db,
  run: Pick<TakenJob, "id" | "attempts">,
  columns: {
    state: JobState;
    last_error: string | null;
    finished_at: string | null;
    run_after?: string;
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
