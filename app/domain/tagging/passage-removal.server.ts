import type { Db } from "#app/db/schema.ts";
import { renewClaim } from "../responses/claims.server.ts";
import type { TooLate } from "../responses/withdrawal.ts";
import { indexTeamTexts } from "../responses/search-index.server.ts";
import { recordPassageEvent } from "./passage-events.server.ts";
import { whyWorkIsOver } from "./passages.server.ts";
import {
  deletePassage,
  selectPassageOfResponse,
} from "./passages.queries.server.ts";
import { mayRemovePassage } from "./passages.ts";
import type { Tagger } from "./tags.ts";

export type PassageRemoval = {
  responseId: number;
  publicId: string;
  actor: Tagger;
  now: Date;
};

type RemovalOutcome =
  { ok: true } | { ok: false; reason: "not-found" | "not-yours" | TooLate };

/**
 * Takes the tag off a passage. `withdrawn` where the response's sender took it back, `frozen` while somebody may be at risk. `not-yours` where a reviewer did not tag it:
 * only whoever did, a lead or an admin may. The event keeps what was there.
 */
export async function removePassage(
  db: Db,
  removal: PassageRemoval,
): Promise<RemovalOutcome> {
  return db.transaction().execute(async (trx) => {
    const passage = await selectPassageOfResponse(trx, removal);
    if (!passage) return { ok: false, reason: "not-found" };
    const over = await whyWorkIsOver(trx, removal);
    if (over) return { ok: false, reason: over };
    if (!mayRemovePassage(removal.actor, passage.taggedById))
      return { ok: false, reason: "not-yours" };
    await deletePassage(trx, passage.passageId);
    await indexTeamTexts(trx, removal.responseId);
    await renewClaim(trx, { ...removal, ...removal.actor });
    await recordPassageEvent(trx, {
      ...removal,
      ...passage,
      type: "passage.removed",
    });
    return { ok: true };
  });
}
