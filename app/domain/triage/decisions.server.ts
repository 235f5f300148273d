import type { Db, Trx } from "#app/db/schema.ts";
import { mayBeAssigned } from "../accounts/groups.server.ts";
import { noteHandOver } from "../accounts/hand-over-notices.server.ts";
import {
  changeResponse,
  type ResponseChange,
} from "../responses/changes.server.ts";
import { renewClaim } from "../responses/claims.server.ts";
import { findSkip } from "../responses/skips.server.ts";
import { claimableStates } from "../responses/triage-states.ts";
import { insertNote } from "./notes.server.ts";
import { readVisibleResponse } from "../responses/visible-responses.server.ts";
import { type TooLate, whyTooLateFor } from "../responses/withdrawal.ts";
import type { VisibleResponse } from "../responses/visible-responses.ts";
import { assigneeAfter } from "./reopening.server.ts";
import { readSavedSide, type SavedSide } from "./saved-side.server.ts";
import { mayMove, type TriageActor, type TriageState } from "./triage.ts";

export type TriageDecision = {
  responseId: number;
  /** The version the person had before them. */
  rowVersion: number;
  state: TriageState;
  assigneeId: string | null;
  /** Kept as a note beside the decision; empty for none. */
  note: string;
  actor: TriageActor;
  now: Date;
  /** The id of the action on many responses that this is part of. */
  bulk?: number;
};

export type DecisionOutcome =
  | { ok: true; standing: VisibleResponse }
  | { ok: false; reason: "stale"; saved: SavedSide }
  | { ok: false; reason: "not-allowed"; from: TriageState }
  | {
      ok: false;
      reason: TooLate | "reason-needed" | "unknown-assignee" | "has-conflict";
    };

/**
 * Saves state, assignee and note together, or nothing of them.
 *
 * @returns `stale` where somebody saved something else since that row version, with what is saved now
 * (the same form sent twice is no conflict);
 * `withdrawn` where its sender took the response back: a note can still be written; `frozen` while somebody may be at risk;
 * `not-allowed` where `triageTransitions` has no such step or the person may not take it;
 * `reason-needed` for a withdrawal without a note; `unknown-assignee` for somebody who is not active staff, or a group that ended;
 * `has-conflict` for somebody who gave it back because they know the person or the case: nobody hands it to them again.
 */
export async function decideTriage(
  db: Db,
  decision: TriageDecision,
): Promise<DecisionOutcome> {
  return db.transaction().execute((trx) => decideTriageWithin(trx, decision));
}

/** The same as part of the caller's transaction. */
export async function decideTriageWithin(
  trx: Trx,
  decision: TriageDecision,
): Promise<DecisionOutcome> {
  const { responseId, now } = decision;
  const seen = { responseId, viewer: decision.actor, now };
  const before = await readVisibleResponse(trx, seen);
  const isWhatIsSaved =
    decision.state === before.state &&
    decision.assigneeId === before.assigneeId;
  const tooLate = whyTooLateFor("decision", before);
  if (tooLate && !isWhatIsSaved) return { ok: false, reason: tooLate };
  if (before.rowVersion !== decision.rowVersion && !isWhatIsSaved) {
    const saved = await readSavedSide(trx, seen);
    return { ok: false, reason: "stale", saved };
  }
  // Nobody decides "received": a form opened before a colleague's claim sends it back as it found it.
  const state = decision.state === "received" ? before.state : decision.state;
  const refusal = await whyRefused(trx, before, { ...decision, state });
  if (refusal) return refusal;
  const note = decision.note.trim();
  if (note !== "") await insertNote(trx, { ...decision, body: note });
  const assigneeId = await assigneeAfter(trx, before, { ...decision, state });
  await applyChange(trx, before, { ...decision, state, assigneeId });
  return {
    ok: true,
    standing: await readVisibleResponse(trx, seen),
  };
}

async function whyRefused(
  trx: Trx,
  before: VisibleResponse,
  decision: TriageDecision,
): Promise<Extract<DecisionOutcome, { ok: false }> | undefined> {
  const { state, assigneeId, actor, note } = decision;
  if (!mayMove(before.state, state, actor))
    return { ok: false, reason: "not-allowed", from: before.state };
  const withdraws = state === "withdrawn" && before.state !== "withdrawn";
  if (withdraws && note.trim() === "")
    return { ok: false, reason: "reason-needed" };
  if (assigneeId !== null && assigneeId !== before.assigneeId) {
    if (!(await mayBeAssigned(trx, assigneeId)))
      return { ok: false, reason: "unknown-assignee" };
    const skip = { staffId: assigneeId, responseId: before.responseId };
    if ((await findSkip(trx, skip)) === "conflict-of-interest")
      return { ok: false, reason: "has-conflict" };
  }
  return undefined;
}

async function applyChange(
  trx: Trx,
  before: VisibleResponse,
  change: TriageDecision,
) {
  const { state, assigneeId, actor, now, responseId } = change;
  const batch = change.bulk === undefined ? {} : { bulk: change.bulk };
  const events: ResponseChange["events"] = [];
  if (state !== before.state) {
    const details = { from: before.state, to: state, ...batch };
    events.push({ type: "response.state-changed", details });
  }
  if (assigneeId !== before.assigneeId) {
    const details = { from: before.assigneeId, to: assigneeId, ...batch };
    events.push({ type: "response.assigned", details });
  }
  if (events.length === 0) {
    await renewClaim(trx, { responseId, staffId: actor.staffId, now });
    return;
  }
  const { rowVersion } = before;
  const endsIt = endsClaim(before, change);
  const set = { state, assigneeId, endsClaim: endsIt };
  const about = { responseId, rowVersion, actor, now };
  const changed = await changeResponse(trx, { ...about, set, events });
  if (!changed.ok)
    throw new Error("The response changed inside the transaction");
  if (assigneeId !== null && assigneeId !== before.assigneeId)
    await noteHandOver(trx, { assigneeId, byId: actor.staffId, now });
}

/** A claim is for the first reading: it ends with a decision, and when the work is handed to somebody else. */
function endsClaim(before: VisibleResponse, change: TriageDecision): boolean {
  const isReadOn = claimableStates.some((state) => state === change.state);
  const isSomebodyElses =
    change.assigneeId !== null &&
    change.assigneeId !== before.assigneeId &&
    change.assigneeId !== before.claim?.staffId;
  return !isReadOn || isSomebodyElses;
}

/** Gives a response to a member of staff, to a group, or to nobody. Refuses as `decideTriage` does. */
export async function assignResponse(
  db: Db,
  assignment: Omit<TriageDecision, "state" | "note">,
): Promise<DecisionOutcome> {
  // "received" leaves the state as it is.
  return decideTriage(db, { ...assignment, state: "received", note: "" });
}
