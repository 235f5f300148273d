import type { Db } from "#app/db/schema.ts";
import { decideTriage } from "#app/domain/triage/decisions.server.ts";
import type { TriageActor, TriageState } from "#app/domain/triage/triage.ts";

/** Decides about a response as it stands. */
export async function decide(
  db: Db,
  decision: {
    responseId: number;
    state: TriageState;
    actor: TriageActor;
    now: Date;
  },
): Promise<void> {
  const { row_version: rowVersion } = await db
    .selectFrom("responses")
    .select("row_version")
    .where("id", "=", decision.responseId)
    .executeTakeFirstOrThrow();
  const outcome = await decideTriage(db, {
    ...decision,
    ...{ rowVersion, assigneeId: null, note: "Read." },
  });
  if (!outcome.ok) throw new Error(outcome.reason);
}
