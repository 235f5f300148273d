import type { Db, Trx } from "#app/db/schema.ts";
import {
  addDefinitionVersionWithin,
  type Call,
  findCall,
} from "../calls.server.ts";
import type { AsksAgain } from "../asks-again.ts";
import { callDefinitionSchema } from "../definition.ts";
import { selectProposal } from "./proposals.queries.server.ts";
import { hasChanges } from "./changes.ts";
import { checkWorkingCopy } from "./check-working-copy.ts";
import { recordEdit, tellOfEdit } from "./edit-events.server.ts";
import {
  assembleDefinition,
  type Editing,
  toWorkingCopy,
  type WorkingCopy,
} from "./working-copy.ts";
import { deleteDefinitionDraft } from "./working-copy.queries.server.ts";
import { findWorkingCopy } from "./working-copy.server.ts";

/** Why a working copy, as it stands, is not to be published. */
type NotReady =
  | "nothing-changed"
  | "has-problems"
  /** Somebody changed it since it was looked at. */
  | "changed-meanwhile";

export type PublishOutcome =
  | { ok: true; version: number }
  | {
      ok: false;
      reason:
        NotReady /** The public has seen the call. */ | "needs-second-person";
    };

export type EditingSeen = Editing & {
  /** Of the working copy, as it was looked at. */
  rowVersion: number;
};

/**
 * Makes the working copy of a call that the public has not seen the call's
 * version. Answers under way stay on the one that they began with.
 */
export async function publishWorkingCopy(
  db: Db,
  of: EditingSeen,
): Promise<PublishOutcome> {
  return db.transaction().execute(async (trx) => {
    const call = await findCall(trx, of.callId);
    if (call.state !== "draft")
      return { ok: false, reason: "needs-second-person" };
    const ready = await readyCopy(trx, call, of.rowVersion);
    return ready.ok ? publishCopy(trx, ready.copy, of) : ready;
  });
}

/** The working copy as it was looked at, where it could be published. */
export async function readyCopy(
  trx: Trx,
  { id, definitionId, definition }: Call,
  rowVersion: number,
): Promise<{ ok: true; copy: StoredCopy } | { ok: false; reason: NotReady }> {
  const copy = await findWorkingCopy(trx, id);
  const { draftId } = copy;
  const published = toWorkingCopy(definitionId, definition);
  if (draftId === undefined || !hasChanges(published, copy))
    return { ok: false, reason: "nothing-changed" };
  if (copy.rowVersion !== rowVersion)
    return { ok: false, reason: "changed-meanwhile" };
  if (checkWorkingCopy(copy).problems.length > 0)
    return { ok: false, reason: "has-problems" };
  return { ok: true, copy: { ...copy, draftId } };
}

type StoredCopy = WorkingCopy & { draftId: number };

/** Makes it the call's version; nothing is left to be changed. */
export async function publishCopy(
  trx: Trx,
  copy: StoredCopy,
  {
    callId,
    staffId,
    now,
    asksAgain,
  }: Editing & { asksAgain?: AsksAgain | undefined },
): Promise<{ ok: true; version: number }> {
  const { version } = await addDefinitionVersionWithin(trx, {
    ...{ callId, now, actor: { kind: "staff", staffId } },
    definition: callDefinitionSchema.parse(assembleDefinition(copy)),
    asksAgain,
  });
  await deleteDefinitionDraft(trx, copy.draftId);
  return { ok: true, version };
}

/**
 * Drops what was changed and not published.
 *
 * @returns false where somebody changed it since it was looked at.
 */
export async function discardWorkingCopy(
  db: Db,
  of: EditingSeen,
): Promise<boolean> {
  const { callId, rowVersion } = of;
  return db.transaction().execute(async (trx) => {
    const copy = await findWorkingCopy(trx, callId);
    if (copy.draftId === undefined) return true;
    if (copy.rowVersion !== rowVersion) return false;
    const row = await selectProposal(trx, callId);
    const to = [row?.proposed_by_id, row?.approved_by_id];
    if (row?.proposed_version === rowVersion)
      await tellOfEdit(trx, of, { kind: "change-fell", to });
    await deleteDefinitionDraft(trx, copy.draftId);
    await recordEdit(trx, of, { type: "call.edits-discarded" });
    return true;
  });
}
