import type { Db, Trx } from "#app/db/schema.ts";
import type { Actor } from "../audit/audit.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { type CallState, mayBecome } from "./calls.ts";
import { selectCallTimes, updateSeenCall } from "./calls.queries.server.ts";
import { letOpeningFall } from "./opening-falls.server.ts";
import { extensionBy, extensionsSchema } from "./extensions.ts";

export type StateChange = {
  callId: number;
  to: CallState;
  /** ISO-8601 UTC; left out, it stays as it is. */
  opensAt?: string | null;
  closesAt: string | null;
  /** Who decided that it closes later, as the public page says it; left out, the review. */
  decidedBy?: string | null;
  /** Of the call that whoever changes it looked at; left out by whoever did not. */
  seenVersion?: number;
  actor: Actor;
  now: Date;
};

export type StateRefusal = "not-allowed" | "changed-meanwhile";

/**
 * Moves a call to another state, or its times within one. A closing that people
 * were told and that is moved to later stays told, with who decided it.
 *
 * @returns `not-allowed` where `callTransitions` has no such step, and
 * `changed-meanwhile` where the call is not as it was seen any more.
 */
export async function changeCallState(
  db: Db,
  change: StateChange,
): Promise<StateOutcome> {
  return db.transaction().execute(async (trx) => {
    const changed = await changeCallStateWithin(trx, change);
    if (changed.ok) await letOpeningFall(trx, change);
    return changed;
  });
}

type StateOutcome = { ok: true } | { ok: false; reason: StateRefusal };

/** The same, as part of the transaction in which a colleague approves it. */
export async function changeCallStateWithin(
  trx: Trx,
  change: StateChange,
): Promise<StateOutcome> {
  const { callId, to, closesAt, seenVersion, actor, now } = change;
  const call = await selectCallTimes(trx, callId);
  if (seenVersion !== undefined && seenVersion !== call.rowVersion)
    return { ok: false, reason: "changed-meanwhile" };
  const opensAt = change.opensAt === undefined ? call.opensAt : change.opensAt;
  const next = { state: to, opensAt, closesAt };
  if (!mayBecome(call, next, now)) return { ok: false, reason: "not-allowed" };
  const isSaved = await updateSeenCall(
    trx,
    { callId, rowVersion: call.rowVersion },
    {
      ...{ state: to, opens_at: opensAt, closes_at: closesAt },
      ...toldBy(call, change),
    },
  );
  if (!isSaved) return { ok: false, reason: "changed-meanwhile" };
  await recordEvent(trx, {
    ...{ at: now, actor, subject: { kind: "call", id: callId } },
    type: "call.state-changed",
    details: {
      ...{ from: call.state, to },
      ...(opensAt !== call.opensAt && { opensAt }),
      ...(closesAt !== call.closesAt && { closesAt }),
    },
  });
  return { ok: true };
}

/** What the change adds to what people were told and is not so any more. */
function toldBy(
  call: Awaited<ReturnType<typeof selectCallTimes>>,
  { to, closesAt, decidedBy = null, now }: StateChange,
): { extensions?: string } {
  if (to !== "closing-announced" || closesAt === null) return {};
  const extension = extensionBy(call, { closesAt, decidedBy, now });
  if (!extension) return {};
  const earlier = extensionsSchema.parse(JSON.parse(call.extensions ?? "[]"));
  return { extensions: JSON.stringify([...earlier, extension]) };
}
