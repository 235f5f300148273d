import type { Db } from "#app/db/schema.ts";
import { recordEvent } from "../../audit/audit.server.ts";
import { addDefinitionVersionWithin, findCall } from "../calls.server.ts";
import { callDefinitionSchema } from "../definition.ts";
import { hasChanges } from "./changes.ts";
import { checkWorkingCopy } from "./check-working-copy.ts";
import { assembleDefinition, toWorkingCopy } from "./working-copy.ts";
import { deleteDefinitionDraft } from "./working-copy.queries.server.ts";
import { type Editing, findWorkingCopy } from "./working-copy.server.ts";

export type PublishOutcome =
  | { ok: true; version: number }
  | {
      ok: false;
      reason:
        | "nothing-changed"
        | "has-problems"
        /** Somebody changed it since it was looked at. */
        | "changed-meanwhile"
        /** The public has seen the call. */
        | "needs-second-person";
    };

/**
 * Makes the working copy of a call that the public has not seen the call's
 * version. Answers under way stay on the one that they began with.
 *
 * @param of.rowVersion of the working copy, as it was looked at
 */
export async function publishWorkingCopy(
  db: Db,
  of: Editing & { rowVersion: number },
): Promise<PublishOutcome> {
  const { callId, staffId, now, rowVersion } = of;
  return db.transaction().execute(async (trx) => {
    const call = await findCall(trx, callId);
    if (call.state !== "draft")
      return { ok: false, reason: "needs-second-person" };
    const copy = await findWorkingCopy(trx, callId);
    const published = toWorkingCopy(call.definitionId, call.definition);
    if (copy.draftId === undefined || !hasChanges(published, copy))
      return { ok: false, reason: "nothing-changed" };
    if (copy.rowVersion !== rowVersion)
      return { ok: false, reason: "changed-meanwhile" };
    if (checkWorkingCopy(copy).problems.length > 0)
      return { ok: false, reason: "has-problems" };
    const { version } = await addDefinitionVersionWithin(trx, {
      ...{ callId, now, actor: { kind: "staff", staffId } },
      definition: callDefinitionSchema.parse(assembleDefinition(copy)),
    });
    await deleteDefinitionDraft(trx, copy.draftId);
    return { ok: true, version };
  });
}

/**
 * Drops what was changed and not published.
 *
 * @returns false where somebody changed it since it was looked at.
 */
export async function discardWorkingCopy(
  db: Db,
  of: Editing & { rowVersion: number },
): Promise<boolean> {
  const { callId, staffId, now, rowVersion } = of;
  return db.transaction().execute(async (trx) => {
    const copy = await findWorkingCopy(trx, callId);
    if (copy.draftId === undefined) return true;
    if (copy.rowVersion !== rowVersion) return false;
    await deleteDefinitionDraft(trx, copy.draftId);
    await recordEvent(trx, {
      ...{ at: now, actor: { kind: "staff", staffId } },
      ...{ subject: { kind: "call", id: callId } },
      type: "call.edits-discarded",
    });
    return true;
  });
}
