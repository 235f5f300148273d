import type { Db } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { endClaimWithin } from "./claims.server.ts";
import {
  deleteSkip,
  selectSkip,
  selectSkippers,
  upsertSkip,
} from "./skips.queries.server.ts";
import type { SkipReason } from "./responses.ts";
import { readVisibleResponse } from "./visible-responses.server.ts";
import type { Viewer } from "./visible-responses.ts";

type Skip = {
  responseId: number;
  actor: Viewer;
  reason: SkipReason;
  now: Date;
};

/**
 * Gives a response back because it is not for this person, who is not handed it
 * again: colleagues are. A claim of theirs ends. Skipped again, the last reason holds.
 */
export async function skipResponse(db: Db, skip: Skip): Promise<void> {
  const { responseId, actor, reason, now } = skip;
  const { staffId } = actor;
  await db.transaction().execute(async (trx) => {
    await readVisibleResponse(trx, { responseId, viewer: actor, now });
    if ((await selectSkip(trx, { staffId, responseId })) === reason) return;
    await upsertSkip(trx, {
      ...{ staff_id: staffId, response_id: responseId, reason },
      skipped_at: now.toISOString(),
    });
    await endClaimWithin(trx, { responseId, staffId });
    await recordEvent(trx, {
      at: now,
      actor: { kind: "staff", staffId },
      subject: { kind: "response", id: responseId },
      type: "response.skipped",
      details: { reason },
    });
  });
}

/** Why this person skipped a response; undefined where they did not. */
export async function findSkip(
  db: Db,
  of: { staffId: string; responseId: number },
): Promise<SkipReason | undefined> {
  return selectSkip(db, of);
}

/** By response, who of some people gave it back as not for them. */
export async function findSkippers(
  db: Db,
  of: { responseIds: readonly number[]; staffIds: readonly string[] },
): Promise<Map<number, Set<string>>> {
  const found = new Map<number, Set<string>>();
  for (const { responseId, staffId } of await selectSkippers(db, of))
    found.set(responseId, (found.get(responseId) ?? new Set()).add(staffId));
  return found;
}

/** They take it after all. */
export async function forgetSkip(
  db: Db,
  of: { staffId: string; responseId: number },
): Promise<void> {
  await deleteSkip(db, of);
}
