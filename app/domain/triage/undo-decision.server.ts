import type { Db, Trx } from "#app/db/schema.ts";
import { selectEvents } from "../audit/audit.server.ts";
import { changeResponse } from "../responses/changes.server.ts";
import { responseStates } from "../responses/responses.ts";
import { readVisibleResponse } from "../responses/visible-responses.server.ts";
import type { VisibleResponse } from "../responses/visible-responses.ts";
import { type TooLate, whyTooLateFor } from "../responses/withdrawal.ts";
import { assigneeAfter } from "./reopening.server.ts";
import { minutesToUndo, type TriageActor, type TriageState } from "./triage.ts";

export type UndoneDecision =
  | { ok: true; from: TriageState; to: TriageState }
  | { ok: false; reason: "nothing-to-undo" | "changed-since" | TooLate };

/**
 * Takes one's own last decision about a response back: its state and assignee
 * stand as they stood before. What was saved along, tags and a note, stays.
 *
 * @returns `nothing-to-undo` where this person decided nothing within `minutesToUndo`,
 * `changed-since` where somebody decided something else meanwhile or its sender changed it,
 * `withdrawn` where it was taken back: that is never undone; `frozen` while somebody may be at risk.
 */
export async function undoDecision(
  db: Db,
  undo: { responseId: number; actor: TriageActor; now: Date },
): Promise<UndoneDecision> {
  return db.transaction().execute(async (trx) => {
    const { responseId, actor, now } = undo;
    const seen = { responseId, viewer: actor, now };
    const response = await readVisibleResponse(trx, seen);
    const tooLate = whyTooLateFor("decision", response);
    if (tooLate) return { ok: false, reason: tooLate };
    const made = await findOwnDecision(trx, undo);
    if (!made) return { ok: false, reason: "nothing-to-undo" };
    const { rowVersion } = response;
    if (made.rowVersion !== rowVersion)
      return { ok: false, reason: "changed-since" };
    const from = response.state;
    const to = made.state ?? from;
    const { assigneeId: had = response.assigneeId } = made;
    const after = { state: to, assigneeId: had };
    const assigneeId = await assigneeAfter(trx, response, after);
    const changed = await changeResponse(trx, {
      responseId,
      rowVersion,
      set: {
        state: to,
        ...(assigneeId !== response.assigneeId && { assigneeId }),
      },
      events: [{ type: "response.decision-undone", details: { from, to } }],
      actor,
      now,
    });
    if (!changed.ok)
      throw new Error("The response changed inside the transaction");
    return { ok: true, from, to };
  });
}

/** What a decision changed, as it stood before; undefined for what it left. */
type OwnDecision = {
  rowVersion: number;
  state: TriageState | undefined;
  assigneeId: VisibleResponse["assigneeId"] | undefined;
};

async function findOwnDecision(
  trx: Trx,
  of: { responseId: number; actor: TriageActor; now: Date },
): Promise<OwnDecision | undefined> {
  const events = await selectEvents(trx, {
    subject: { kind: "response", id: of.responseId },
    types: ["response.state-changed", "response.assigned"],
    staffId: of.actor.staffId,
    since: new Date(of.now.getTime() - minutesToUndo * 60_000),
  });
  // Beginning to read is no decision, and has no version.
  const version = events.findLast(({ details }) => details.rowVersion)?.details
    .rowVersion;
  if (typeof version !== "number") return undefined;
  const made = events.filter(({ details }) => details.rowVersion === version);
  const before = (type: string) =>
    made.find((event) => event.type === type)?.details.from;
  const state = responseStates.find(
    (one) => one === before("response.state-changed"),
  );
  const assigneeId = before("response.assigned");
  return {
    rowVersion: version,
    state: state === "received" ? "in-triage" : state,
    assigneeId:
      typeof assigneeId === "string" || assigneeId === null
        ? assigneeId
        : undefined,
  };
}
