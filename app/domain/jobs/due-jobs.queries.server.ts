import type { Expression, ExpressionBuilder } from "kysely";
import type { JobState } from "#app/db/column-values.ts";
import { keepQuery, type Places } from "#app/db/kept-queries.server.ts";
import { skipLocked } from "#app/db/locks.server.ts";
import type { Db, HeardSchema } from "#app/db/schema.ts";
import type { JsonText } from "#app/db/tables/column-types.ts";
import { maxJobAttempts, type JobKind } from "./jobs.ts";

export type TakenJob = {
  id: number;
  kind: string;
  payload: JsonText;
  attempts: number;
};

type Due = { at: string; lockedUntil: string };

const dueJob = keepQuery((db, of: Places<Due>) => takingJob(db, of, undefined));
const dueJobOfKind = keepQuery((db, of: Places<Due & { kind: JobKind }>) =>
  takingJob(db, of, of.kind),
);

export async function takeDueJob(
  db: Db,
  { kind, ...of }: Due & { kind: JobKind | undefined },
): Promise<TakenJob | undefined> {
  const [job] = await (kind
    ? dueJobOfKind(db, { ...of, kind })
    : dueJob(db, of));
  return job;
}

/** At most so many of those that wait, and as many of those that were lost. */
export const selectDueJobs = keepQuery(
  (db, of: Places<{ kind: JobKind; at: string; most: number }>) => {
    const waiting = db
      .selectFrom("jobs as candidate")
      .select("candidate.id")
      .where("candidate.kind", "=", of.kind)
      .where("candidate.state", "=", "waiting")
      .where("candidate.run_after", "<=", of.at)
      .limit(of.most);
    const lost = db
      .selectFrom("jobs as candidate")
      .select("candidate.id")
      .where("candidate.kind", "=", of.kind)
      .where("candidate.state", "=", "running")
      .where("candidate.locked_until", "<", of.at)
      .where("candidate.attempts", "<", maxJobAttempts)
      .limit(of.most);
    return db
      .selectFrom(waiting.as("waiting"))
      .select("waiting.id")
      .unionAll(db.selectFrom(lost.as("lost")).select("lost.id"));
  },
);

/**
 * What waits comes before what was lost with its process. Each half of the
 * condition is a search of its own in the index `jobs_due`: joined by OR they
 * would sort the whole backlog for every job taken.
 */
function takingJob(
  db: Db,
  { at, lockedUntil }: Places<Due>,
  kind: Expression<JobKind> | undefined,
) {
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
  );
}

function oldestJob(
  eb: ExpressionBuilder<HeardSchema, "jobs">,
  state: Extract<JobState, "waiting" | "running">,
  kind: Expression<JobKind> | undefined,
) {
  const ofState = eb
    .selectFrom("jobs as candidate")
    .select("candidate.id")
    .where("candidate.state", "=", state);
  const candidates = kind
    ? ofState.where("candidate.kind", "=", kind)
    : ofState;
  return candidates
    .orderBy("candidate.run_after")
    .orderBy("candidate.id")
    .limit(1);
}
