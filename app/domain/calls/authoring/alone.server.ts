import type { Db } from "#app/db/schema.ts";
import type { AsksAgain } from "../asks-again.ts";
import { findCall } from "../calls.server.ts";
import { tellWhoKeepsCalls } from "../tellings.server.ts";
import {
  insertPublishedAlone,
  markLooked,
  selectUnlooked,
} from "./alone.queries.server.ts";
import { recordEdit } from "./edit-events.server.ts";
import { findProposal } from "./proposals.server.ts";
import {
  type EditingSeen,
  publishCopy,
  type PublishOutcome,
  readyCopy,
} from "./publish.server.ts";
import type { Editing } from "./working-copy.ts";

/** A version that the public sees and that nobody has looked at but who published it. */
export type Unlooked = Awaited<ReturnType<typeof selectUnlooked>>[number];

/** The versions of a call that were published alone and that a second person has not looked at yet, the oldest first. */
export async function findUnlooked(
  db: Db,
  callId: number,
): Promise<Unlooked[]> {
  return selectUnlooked(db, callId);
}

/**
 * Publishes what is changed of a live call without a second person, in an
 * emergency: it is flagged until one has looked.
 *
 * @param of.reason for the team; it stands beside the flag.
 */
export async function publishAlone(
  db: Db,
  of: EditingSeen & { reason: string; asksAgain?: AsksAgain | undefined },
): Promise<PublishOutcome> {
  const { callId, staffId, now, rowVersion, reason } = of;
  return db.transaction().execute(async (trx) => {
    const call = await findCall(trx, callId);
    const ready = await readyCopy(trx, call, rowVersion);
    if (!ready.ok) return ready;
    await recordEdit(trx, of, { type: "call.published-alone" });
    const proposed = (await findProposal(trx, callId)).asksAgain;
    const asksAgain = of.asksAgain ?? proposed;
    const published = await publishCopy(trx, ready.copy, { ...of, asksAgain });
    const { definitionId } = await findCall(trx, callId);
    await insertPublishedAlone(trx, {
      ...{ definition_id: definitionId, before_id: call.definitionId, reason },
      ...{ published_by_id: staffId, published_at: now.toISOString() },
    });
    const kind = "published-alone" as const;
    await tellWhoKeepsCalls(trx, { callId, kind, byId: staffId, now });
    return published;
  });
}

/**
 * Says that a second person has looked at what was published alone.
 *
 * @returns `own-proposal` for whoever published it, `not-proposed` where somebody has looked already.
 */
export async function lookAfterwards(
  db: Db,
  of: Editing & { definitionId: number },
): Promise<
  { ok: true } | { ok: false; reason: "not-proposed" | "own-proposal" }
> {
  const { callId, staffId, now, definitionId } = of;
  return db.transaction().execute(async (trx) => {
    const waiting = await selectUnlooked(trx, callId);
    const found = waiting.find((one) => one.definitionId === definitionId);
    if (!found) return { ok: false, reason: "not-proposed" };
    if (found.staffId === staffId) return { ok: false, reason: "own-proposal" };
    await markLooked(trx, definitionId, {
      ...{ looked_by_id: staffId, looked_at: now.toISOString() },
    });
    await recordEdit(trx, of, { type: "call.looked-afterwards" });
    return { ok: true };
  });
}
