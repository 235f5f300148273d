import type { Db } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import {
  deletePast,
  endStanding,
  insertPreviewLink,
  isNotEnded,
  selectStanding,
} from "./preview-links.queries.server.ts";

type Doing = { callId: number; staffId: string; now: Date };

/** A link to a preview that can still be used. */
export type StandingPreviewLink = Awaited<
  ReturnType<typeof selectStanding>
>[number];

/**
 * Notes a link to a preview, so that it can be ended.
 *
 * @param of.version null for the working copy as it then is.
 * @returns its number, which is signed with the link.
 */
export async function addPreviewLink(
  db: Db,
  of: Doing & { version: number | null; endsAt: Date },
): Promise<number> {
  const { callId, staffId, now, version, endsAt } = of;
  return db.transaction().execute(async (trx) => {
    await deletePast(trx, now.toISOString());
    await record(trx, of, "call.preview-link-made");
    return insertPreviewLink(trx, {
      ...{ call_id: callId, version, made_by_id: staffId, ended_at: null },
      ...{ made_at: now.toISOString(), ends_at: endsAt.toISOString() },
    });
  });
}

/** The links to previews of a call that can still be used, the newest first. */
export async function selectPreviewLinks(
  db: Db,
  { callId, now }: { callId: number; now: Date },
): Promise<StandingPreviewLink[]> {
  return selectStanding(db, { callId, now: now.toISOString() });
}

/** Whether nobody has ended a link. */
export async function isPreviewLinkStanding(
  db: Db,
  of: { linkId: number; callId: number },
): Promise<boolean> {
  return isNotEnded(db, of);
}

/**
 * Ends a link to a preview of a call, or all of them.
 *
 * @returns how many there were to be ended.
 */
export async function endPreviewLinks(
  db: Db,
  of: Doing & { linkId?: number | undefined },
): Promise<number> {
  const { callId, linkId, now } = of;
  return db.transaction().execute(async (trx) => {
    const own = { callId, linkId, now: now.toISOString() };
    const count = await endStanding(trx, own);
    if (count > 0) await record(trx, of, "call.preview-links-ended", { count });
    return count;
  });
}

async function record(
  trx: Parameters<typeof recordEvent>[0],
  { callId, staffId, now }: Doing,
  type: string,
  details: Record<string, number> = {},
) {
  await recordEvent(trx, {
    ...{ at: now, actor: { kind: "staff", staffId }, type, details },
    subject: { kind: "call", id: callId },
  });
}
