import { setTimeout as sleep } from "node:timers/promises";
import type { Db, Trx } from "#app/db/schema.ts";
import { selectActiveStaff } from "../accounts/accounts.server.ts";
import { may } from "../accounts/permissions.ts";
import { selectVisibleResponses } from "../responses/visible-responses.server.ts";
import type { TriageActor } from "../triage/triage.ts";
import { findAction } from "./actions.server.ts";
import {
  type BulkItem,
  moveAction,
  selectNextItems,
  selectNextToUndo,
  writeItem,
} from "./bulk.queries.server.ts";
import type { BulkAction, BulkStanding } from "./bulk.ts";
import { doToOne, undoOne } from "./steps.server.ts";

/** Each of them is some ten statements: so few that whoever sends meanwhile waits for no more than a moment. */
const rowsInBatch = 8;
const pauseMilliseconds = 30;

type Run = {
  actionId: number;
  now: () => Date;
  /** After each batch, so that others who save have their turn. */
  pause?: () => Promise<unknown>;
};

/**
 * Does what an action says, or undoes it, a few responses at a time: each batch
 * is written with what came of it, so one that was cut off goes on where it was.
 * An action that somebody cancelled stops before the next batch.
 */
export async function runBulkAction(db: Db, run: Run): Promise<void> {
  const { actionId, pause = () => sleep(pauseMilliseconds) } = run;
  for (;;) {
    const isLeft = await db
      .transaction()
      .execute((trx) => runBatch(trx, actionId, run.now()));
    if (!isLeft) return;
    await pause();
  }
}

/** @returns whether anything is left to do. */
async function runBatch(
  trx: Trx,
  actionId: number,
  now: Date,
): Promise<boolean> {
  const action = await findAction(trx, actionId);
  if (action?.standing !== "doing" && action?.standing !== "undoing")
    return false;
  const isUndoing = action.standing === "undoing";
  const items = isUndoing
    ? await selectNextToUndo(trx, actionId, { after: 0, limit: rowsInBatch })
    : await selectNextItems(trx, actionId, rowsInBatch);
  if (items.length === 0) {
    await end(trx, action, now);
    return false;
  }
  const actor = await findActor(trx, action);
  const responses = actor
    ? await selectVisibleResponses(trx, {
        responseIds: items.map(({ response_id }) => response_id),
        ...{ viewer: actor, now },
      })
    : [];
  const byId = new Map(responses.map((one) => [one.responseId, one]));
  for (const item of items) {
    const response = byId.get(item.response_id);
    const step = actor && { action, item, response, actor, now };
    if (isUndoing) await undoItem(trx, actionId, item, step);
    else await doItem(trx, actionId, item, step);
  }
  return true;
}

type MaybeStep = Parameters<typeof doToOne>[1] | undefined;

async function doItem(
  trx: Trx,
  actionId: number,
  { response_id: responseId }: BulkItem,
  step: MaybeStep,
) {
  const { outcome, before } = step
    ? await doToOne(trx, step)
    : { outcome: "person-left" as const, before: undefined };
  await writeItem(
    trx,
    { actionId, responseId },
    { outcome, ...(before && { before_it: JSON.stringify(before) }) },
  );
}

async function undoItem(
  trx: Trx,
  actionId: number,
  { response_id: responseId }: BulkItem,
  step: MaybeStep,
) {
  const undone = step ? await undoOne(trx, step) : "person-left";
  await writeItem(trx, { actionId, responseId }, { undone });
}

async function end(trx: Trx, action: BulkAction, now: Date) {
  const standing: BulkStanding =
    action.standing === "undoing" ? "undone" : "done";
  await moveAction(trx, {
    ...{ actionId: action.actionId, from: [action.standing] },
    set: { standing, ended_at: now.toISOString() },
  });
}

/** Whoever began it, as long as they may: for one who left, nothing more is done. */
async function findActor(
  trx: Trx,
  { madeBy }: BulkAction,
): Promise<TriageActor | undefined> {
  const staff = await selectActiveStaff(trx);
  const actor = staff.find(({ staffId }) => staffId === madeBy);
  return actor && may(actor, "act-in-bulk") ? actor : undefined;
}
