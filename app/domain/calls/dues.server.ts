import type { Db } from "#app/db/schema.ts";
import type { Actor } from "../audit/audit.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { enqueueJob } from "../jobs/jobs.server.ts";
import { selectDueColumns, updateCall } from "./calls.queries.server.ts";
import type { DueRule } from "./dues.ts";

/** By when the responses of a call should be read; undefined where nobody said. */
export async function findDueRule(db: Db, callId: number): Promise<DueRule> {
  const { read_by: by, read_within_days: withinDays } = await selectDueColumns(
    db,
    callId,
  );
  if (withinDays !== null) return { withinDays };
  return by === null ? undefined : { by };
}

/** Says by when; a job puts it on the responses that are there. */
export async function setDueRule(
  db: Db,
  setting: { callId: number; rule: DueRule; actor: Actor; now: Date },
): Promise<void> {
  const { callId, rule, actor, now } = setting;
  const withinDays = rule && "withinDays" in rule ? rule.withinDays : null;
  const by = rule && "by" in rule ? rule.by : null;
  await db.transaction().execute(async (trx) => {
    await updateCall(trx, callId, {
      read_within_days: withinDays,
      read_by: by,
    });
    await recordEvent(trx, {
      ...{ at: now, actor, subject: { kind: "call", id: callId } },
      type: "call.due-set",
      details: { withinDays, by },
    });
    await enqueueJob(trx, { kind: "responses.due", payload: { callId }, now });
  });
}
