import { isDuplicate } from "#app/db/alone.server.ts";
import type { Db } from "#app/db/schema.ts";
import type { Actor } from "../audit/audit.ts";
import { createCall } from "./calls.server.ts";
import type { CallDefinition } from "./definition.ts";

/**
 * Makes a call that the public does not see yet.
 *
 * @returns `slug-taken` where a call has the address, also one that was made in this moment
 */
export async function beginCall(
  db: Db,
  call: { slug: string; definition: CallDefinition; actor: Actor; now: Date },
): Promise<{ ok: true } | { ok: false; reason: "slug-taken" }> {
  try {
    await createCall(db, {
      ...call,
      ...{ state: "draft", opensAt: null, closesAt: null },
    });
    return { ok: true };
  } catch (error) {
    if (isDuplicate(error)) return { ok: false, reason: "slug-taken" };
    throw error;
  }
}
