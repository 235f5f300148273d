import type { Db } from "#app/db/schema.ts";
import { renewClaim } from "../responses/claims.server.ts";
import { readVisibleResponse } from "../responses/visible-responses.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import {
  closeUntilIndexed,
  indexSoon,
} from "../responses/search-index.server.ts";
import { isTooLateFor } from "../responses/withdrawal.ts";
import { recordRedactionEvents } from "./redaction-events.server.ts";
import { mayMove, type RedactionMove, redactionMoves } from "./redactions.ts";
import {
  moveRedactions,
  selectRedactionRows,
} from "./redactions.queries.server.ts";

export type RedactionDecision = {
  responseId: number;
  publicIds: string[];
  move: RedactionMove;
  actor: Viewer;
  now: Date;
};

export type DecisionOutcome =
  | { ok: true; decided: number }
  | {
      ok: false;
      reason:
        | "withdrawn"
        | "not-found"
        /** Whoever proposed it cannot approve or refuse it. */
        | "own-proposal"
        /** Only whoever proposed it takes it back. */
        | "not-yours"
        /** It does not stand where it stood: a colleague was faster. */
        | "decided-meanwhile";
    };

const events = {
  approve: "redaction.approved",
  refuse: "redaction.refused",
  "take-back": "redaction.taken-back",
} as const;

/** Approves, refuses or takes back redactions of a response: all that are named, or none where one of them cannot be. */
export async function decideRedactions(
  db: Db,
  { responseId, publicIds, move, actor, now }: RedactionDecision,
): Promise<DecisionOutcome> {
  return db.transaction().execute(async (trx) => {
    const seen = { responseId, viewer: actor, now };
    if (isTooLateFor("redactions", await readVisibleResponse(trx, seen)))
      return { ok: false, reason: "withdrawn" };
    const rows = await selectRedactionRows(trx, responseId);
    const named = new Set(publicIds);
    const chosen = rows.filter(({ publicId }) => named.has(publicId));
    if (chosen.length < named.size || chosen.length === 0)
      return { ok: false, reason: "not-found" };
    const { staffId } = actor;
    const wrong = chosen.find((one) => !mayMove(move, staffId, one));
    if (wrong) return refusalOf(move, wrong.proposedById === staffId);
    const { from, to, by } = redactionMoves[move];
    const moved = await moveRedactions(trx, {
      ids: chosen.map(({ id }) => id),
      from,
      set: {
        state: to,
        decided_by: by === "proposer" ? null : staffId,
        decided_at: now.toISOString(),
      },
    });
    await renewClaim(trx, { responseId, staffId, now });
    const redactions = chosen
      .filter(({ id }) => moved.includes(id))
      .map(({ id, ...one }) => ({ redactionId: id, ...one }));
    const event = { responseId, staffId, now, redactions };
    await recordRedactionEvents(trx, { type: events[move], ...event });
    if (moved.length === 0) return { ok: false, reason: "decided-meanwhile" };
    if (move === "approve") await closeUntilIndexed(trx, { responseId, now });
    if (move === "refuse") await indexSoon(trx, { responseId, now });
    return { ok: true, decided: moved.length };
  });
}

function refusalOf(move: RedactionMove, isOwn: boolean) {
  const isRightPerson = isOwn === (redactionMoves[move].by === "proposer");
  if (isRightPerson) return { ok: false, reason: "decided-meanwhile" } as const;
  const reason = isOwn ? "own-proposal" : "not-yours";
  return { ok: false, reason } as const;
}
