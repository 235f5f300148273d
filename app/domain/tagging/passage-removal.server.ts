import type { Db, Trx } from "#app/db/schema.ts";
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
  return db.transaction().execute((trx) => removePassageWithin(trx, removal));
}

/**
 * The same as part of the caller's transaction.
 *
 * @param tagId where it is taken off only if it still has this tag; `not-found` where it has another
 */
export async function removePassageWithin(
  trx: Trx,
  removal: PassageRemoval & { tagId?: number; projectFileId?: number },
): Promise<RemovalOutcome> {
  const { tagId, ...of } = removal;
  const passage = await selectPassageOfResponse(trx, of);
  if (!passage || (tagId !== undefined && passage.tagId !== tagId))
    return { ok: false, reason: "not-found" };
  const over = await whyWorkIsOver(trx, of);
  if (over) return { ok: false, reason: over };
  if (!mayRemovePassage(of.actor, passage.taggedById))
    return { ok: false, reason: "not-yours" };
  await deletePassage(trx, passage.passageId);
  await indexTeamTexts(trx, of.responseId);
  await renewClaim(trx, { ...of, ...of.actor });
  await recordPassageEvent(trx, { ...of, ...passage, type: "passage.removed" });
  return { ok: true };
}
