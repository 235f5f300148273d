import type { Db, Trx } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { enqueueJob } from "../jobs/jobs.server.ts";
import type { TriageActor } from "../triage/triage.ts";
import { findAction } from "./actions.server.ts";
import { moveAction } from "./bulk.queries.server.ts";
import { type BulkAction, minutesToBegin, undoableUntil } from "./bulk.ts";

type Doing = { actionId: number; actor: TriageActor; now: Date };

export type BulkStep =
  | { ok: true }
  | {
      ok: false;
      reason:
        | "not-found"
        /** Somebody else previewed it. */
        | "not-yours"
        /** It was begun, ended or cancelled meanwhile. */
        | "not-any-more"
        | "too-old"
        | "too-late-to-undo";
    };

/** Lets an action begin as it was previewed, by whoever previewed it. */
export async function beginBulk(db: Db, doing: Doing): Promise<BulkStep> {
  return stepOwn(db, doing, async (trx, action) => {
    const { actionId, now } = doing;
    const age = now.getTime() - Date.parse(action.madeAt);
    if (age > minutesToBegin * 60_000) return "too-old";
    const isMoved = await moveAction(trx, {
      ...{ actionId, from: ["previewed"] },
      set: { standing: "doing", started_at: now.toISOString() },
    });
    if (!isMoved) return "not-any-more";
    await enqueueJob(trx, { kind: "bulk.run", payload: { actionId }, now });
    await record(trx, "begun", doing, { kind: action.deed.kind });
    return undefined;
  });
}

/** Stops an action before its next batch; what was done stays, and can be undone. */
export async function cancelBulk(db: Db, doing: Doing): Promise<BulkStep> {
  return stepOwn(db, doing, async (trx) => {
    const { actionId, now } = doing;
    const isMoved = await moveAction(trx, {
      ...{ actionId, from: ["doing"] },
      set: { standing: "cancelled", ended_at: now.toISOString() },
    });
    if (!isMoved) return "not-any-more";
    await record(trx, "cancelled", doing);
    return undefined;
  });
}

/** Puts back what was done, within ten minutes of its end; what somebody changed since stays, and is told. */
export async function undoBulk(db: Db, doing: Doing): Promise<BulkStep> {
  return stepOwn(db, doing, async (trx, action) => {
    const { actionId, now } = doing;
    const until = undoableUntil(action);
    if (!until) return "not-any-more";
    if (until < now) return "too-late-to-undo";
    await moveAction(trx, {
      ...{ actionId, from: ["done", "cancelled"] },
      set: { standing: "undoing" },
    });
    await enqueueJob(trx, { kind: "bulk.run", payload: { actionId }, now });
    await record(trx, "undone", doing);
    return undefined;
  });
}

type Refusal = Extract<BulkStep, { ok: false }>["reason"];

/** One step of an action by whoever previewed it, in a transaction. */
export async function stepOwn(
  db: Db,
  { actionId, actor }: Doing,
  take: (trx: Trx, action: BulkAction) => Promise<Refusal | undefined>,
): Promise<BulkStep> {
  return db.transaction().execute(async (trx) => {
    const action = await findAction(trx, actionId);
    if (!action) return { ok: false, reason: "not-found" };
    if (action.madeBy !== actor.staffId)
      return { ok: false, reason: "not-yours" };
    const reason = await take(trx, action);
    return reason ? { ok: false, reason } : { ok: true };
  });
}

async function record(
  trx: Trx,
  what: "begun" | "cancelled" | "undone",
  { actionId, actor, now }: Doing,
  details: Record<string, string> = {},
): Promise<void> {
  await recordEvent(trx, {
    ...{ at: now, actor: { kind: "staff", staffId: actor.staffId } },
    ...{ subject: { kind: "staff" }, type: `bulk.${what}` },
    details: { bulk: actionId, ...details },
  });
}
