import type { Trx } from "#app/db/schema.ts";
import { recordEvent } from "../../audit/audit.server.ts";
import type { CallTellingKind } from "#app/db/column-values.ts";
import { tellThose } from "../tellings.server.ts";
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

/** Tells those by mail whom it is about, and not whoever did it. */
export async function tellOfEdit(
  trx: Trx,
  { callId, staffId, now }: Editing,
  told: { kind: CallTellingKind; to: (string | null | undefined)[] },
): Promise<void> {
  await tellThose(trx, { callId, byId: staffId, now, ...told });
}
