import { createHash } from "node:crypto";
import type { Db } from "#app/db/schema.ts";
import {
  selectHasDrafts,
  selectHasDraftsFromBefore,
} from "./holders.queries.server.ts";

/** The holder's cookie has 256 random bits: a plain hash cannot be searched. */
export function hashHolderKey(holderKey: string): string {
  return createHash("sha256").update(holderKey).digest("hex");
}

/**
 * What two posts of one page have in common that begin a draft
 * (docs/decisions/164), for this browser and call alone.
 */
export function hashBeginning(of: {
  holderHash: string;
  callId: number;
  begunWith: string;
}): string {
  return createHash("sha256")
    .update(`${of.holderHash}:${of.callId}:${of.begunWith}`)
    .digest("hex");
}

/** Whether anything hangs on a holder's key: a draft under way, or one sent of late. */
export async function hasDrafts(
  db: Db,
  of: { holderKey: string; now: Date },
): Promise<boolean> {
  const holderHash = hashHolderKey(of.holderKey);
  return selectHasDrafts(db, { holderHash, now: of.now.toISOString() });
}

/** Whether a holder's key was in use before a time, whatever has become of the draft. */
export async function hasDraftsFromBefore(
  db: Db,
  of: { holderKey: string; before: Date },
): Promise<boolean> {
  return selectHasDraftsFromBefore(db, {
    holderHash: hashHolderKey(of.holderKey),
    before: of.before.toISOString(),
  });
}
