import type { Db, Trx } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { changeCallStateWithin } from "./call-states.server.ts";
import { type Call, findCall } from "./calls.server.ts";
import { letOpeningFall } from "./opening-falls.server.ts";
import {
  insertOpeningProposal,
  returnOpeningProposal,
  selectOpeningProposal,
  takeOpeningProposal,
} from "./openings.queries.server.ts";
import { tellThose, tellWhoKeepsCalls } from "./tellings.server.ts";

type Said = { staffId: string; at: string };

/** That a call be opened as it stands, which a colleague has not decided yet. */
export type ProposedOpening = Said & {
  /** ISO-8601 UTC; null for as soon as it is approved. */
  opensAt: string | null;
  closesAt: string | null;
  /** Stands for what is looked at: the words, the times and who asked when. */
  seal: string;
};

export type OpeningProposal = {
  /** Undefined where nobody asked, or the words or the times were changed since. */
  proposed: ProposedOpening | undefined;
  /** What a colleague said who sent it back. */
  returned: (Said & { note: string }) | undefined;
};

type Standing = Pick<Call, "id" | "definitionId" | "state"> &
  Pick<Call, "opensAt" | "closesAt">;

const timesOf = ({ state, opensAt, closesAt }: Standing) =>
  JSON.stringify([state, opensAt, closesAt]);

/** How far a call is on its way to being opened. */
export async function findOpeningProposal(
  db: Db,
  call: Standing,
): Promise<OpeningProposal> {
  const row = await selectOpeningProposal(db, call.id);
  const isAsItWas =
    row?.definition_id === call.definitionId &&
    row.times_before === timesOf(call);
  if (!row || !isAsItWas) return { proposed: undefined, returned: undefined };
  const { opens_at: opensAt, closes_at: closesAt, proposed_at: at } = row;
  if (row.returned_by_id !== null)
    return {
      proposed: undefined,
      returned: {
        ...{ staffId: row.returned_by_id, at: row.returned_at ?? at },
        note: row.returned_note ?? "",
      },
    };
  const staffId = row.proposed_by_id;
  const seal = JSON.stringify([row.definition_id, opensAt, closesAt, at]);
  const proposed = { staffId, at, opensAt, closesAt, seal };
  return { proposed, returned: undefined };
}

type Refused<Reason extends string> = { ok: false; reason: Reason };
type Doing = { callId: number; staffId: string; now: Date };

async function record(trx: Trx, { callId, staffId, now }: Doing, type: string) {
  await recordEvent(trx, {
    ...{ at: now, actor: { kind: "staff", staffId }, type },
    subject: { kind: "call", id: callId },
  });
}

/**
 * Asks that a call be opened, at once or at a time, with or without a closing
 * told. A wish that stood before is this one's no more.
 *
 * @param of.seenVersion of the call that whoever asks looked at.
 */
export async function proposeOpening(
  db: Db,
  of: Doing & {
    opensAt: string | null;
    closesAt: string | null;
    seenVersion: number;
  },
): Promise<{ ok: true } | Refused<"changed-meanwhile">> {
  const { callId, staffId, now, opensAt, closesAt, seenVersion } = of;
  return db.transaction().execute(async (trx) => {
    const call = await findCall(trx, callId);
    if (call.rowVersion !== seenVersion)
      return { ok: false, reason: "changed-meanwhile" };
    const actor = { kind: "staff", staffId } as const;
    await letOpeningFall(trx, { callId, actor, now });
    await insertOpeningProposal(trx, {
      ...{ call_id: callId, definition_id: call.definitionId },
      ...{ opens_at: opensAt, closes_at: closesAt },
      times_before: timesOf(call),
      ...{ proposed_by_id: staffId, proposed_at: now.toISOString() },
    });
    await record(trx, of, "call.opening-proposed");
    const kind = "opening-asked" as const;
    await tellWhoKeepsCalls(trx, { callId, kind, byId: staffId, now });
    return { ok: true };
  });
}

/** Why an opening that somebody looked at is not decided. */
export type OpeningRefusal =
  | "not-proposed"
  /** It was asked for anew, with other times or by somebody else. */
  | "changed-meanwhile"
  | "own-proposal"
  /** The time at which it was to open, or to close, has come. */
  | "time-passed";

type OpeningSeen = Doing & { seal: string };
type OpeningOutcome = { ok: true } | Refused<OpeningRefusal>;

/** Opens what a colleague asked to be opened, now or at its time. Nobody approves what they asked for themselves. */
export async function approveOpening(
  db: Db,
  of: OpeningSeen,
): Promise<OpeningOutcome> {
  const { callId, staffId, now } = of;
  return db.transaction().execute(async (trx) => {
    const looked = await lookAgain(trx, of);
    if (!looked.ok) return looked;
    const { proposed } = looked;
    if (proposed.staffId === staffId)
      return { ok: false, reason: "own-proposal" };
    const at = now.toISOString();
    const opensAt = proposed.opensAt ?? at;
    const { closesAt } = proposed;
    if (opensAt < at || (closesAt !== null && closesAt <= opensAt))
      return { ok: false, reason: "time-passed" };
    const opened = await changeCallStateWithin(trx, {
      ...{ callId, opensAt, closesAt, now, actor: { kind: "staff", staffId } },
      to: closesAt === null ? "open" : "closing-announced",
    });
    if (!opened.ok) return { ok: false, reason: "changed-meanwhile" };
    await takeOpeningProposal(trx, callId);
    await record(trx, of, "call.opening-approved");
    await tellProposer(trx, of, { kind: "opening-approved", proposed });
    return { ok: true };
  });
}

/** Sends it back with a note; or, for whoever asked for it, takes it back. */
export async function returnOpening(
  db: Db,
  of: OpeningSeen & { note: string },
): Promise<OpeningOutcome> {
  const { callId, staffId, now, note } = of;
  return db.transaction().execute(async (trx) => {
    const looked = await lookAgain(trx, of);
    if (!looked.ok) return looked;
    if (looked.proposed.staffId === staffId) {
      await takeOpeningProposal(trx, callId);
      await record(trx, of, "call.opening-taken-back");
      return { ok: true };
    }
    await returnOpeningProposal(trx, callId, {
      ...{ returned_by_id: staffId, returned_at: now.toISOString() },
      returned_note: note,
    });
    await record(trx, of, "call.opening-returned");
    const { proposed } = looked;
    await tellProposer(trx, of, { kind: "opening-returned", proposed });
    return { ok: true };
  });
}

async function tellProposer(
  trx: Trx,
  { callId, staffId: byId, now }: Doing,
  told: {
    kind: "opening-approved" | "opening-returned";
    proposed: ProposedOpening;
  },
): Promise<void> {
  const { kind, proposed } = told;
  await tellThose(trx, { callId, kind, byId, now, to: [proposed.staffId] });
}

async function lookAgain(
  trx: Trx,
  { callId, seal }: OpeningSeen,
): Promise<
  | { ok: true; proposed: ProposedOpening }
  | Refused<"not-proposed" | "changed-meanwhile">
> {
  const call = await findCall(trx, callId);
  const { proposed } = await findOpeningProposal(trx, call);
  if (!proposed) return { ok: false, reason: "not-proposed" };
  if (proposed.seal !== seal) return { ok: false, reason: "changed-meanwhile" };
  return { ok: true, proposed };
}
