import type { Trx } from "#app/db/schema.ts";
import { recordEvent } from "../../audit/audit.server.ts";
import type { Editing } from "./working-copy.ts";

/** Writes down what somebody did about a call's working copy. */
export async function recordEdit(
  trx: Trx,
  { callId, staffId, now }: Editing,
  did: { type: string; details?: Record<string, string> },
): Promise<void> {
  await recordEvent(trx, {
    ...{ at: now, actor: { kind: "staff", staffId } },
    ...{ subject: { kind: "call", id: callId } },
    ...did,
  });
}
