import type { Trx } from "#app/db/schema.ts";
import type { Actor } from "../audit/audit.ts";
import { takeOpeningProposal } from "./openings.queries.server.ts";
import { tellThose } from "./tellings.server.ts";

/** Other words or times take back that a call be opened, and whoever asked for it is told. */
export async function letOpeningFall(
  trx: Trx,
  of: { callId: number; actor: Actor; now: Date },
): Promise<void> {
  const { callId, actor, now } = of;
  const fell = await takeOpeningProposal(trx, callId);
  if (!fell || fell.returned_by_id !== null) return;
  const byId = actor.kind === "staff" ? actor.staffId : null;
  const to = [fell.proposed_by_id];
  await tellThose(trx, { callId, kind: "opening-fell", byId, now, to });
}
