import type { Db, Trx } from "#app/db/schema.ts";
import { enqueueJob } from "../../jobs/jobs.server.ts";
import { isSameJson } from "../../text/canonical-json.ts";
import { type AsksAgain, readAsksAgain } from "../asks-again.ts";
import { type Call, findCall } from "../calls.server.ts";
import { tellWhoKeepsCalls } from "../tellings.server.ts";
import { questionsChanged } from "./changes.ts";
import { recordEdit, tellOfEdit } from "./edit-events.server.ts";
import { selectProposal, updateProposal } from "./proposals.queries.server.ts";
import {
  type EditingSeen,
  publishCopy,
  type PublishOutcome,
  readyCopy,
} from "./publish.server.ts";
import { raiseDefinitionDraft } from "./working-copy.queries.server.ts";
import { toWorkingCopy, type WorkingCopy } from "./working-copy.ts";

type Said = { staffId: string; at: string };

/** What stands between a call's working copy and the public. */
export type Proposal = {
  /** Who asked for a colleague's look at it as it stands; undefined where nobody has, or it was changed since. */
  proposed: Said | undefined;
  /** Who approved it for a time to come, ISO-8601 UTC. */
  approved: (Said & { publishAt: string }) | undefined;
  /** What it would ask again of people who have begun. */
  asksAgain: AsksAgain | undefined;
  /** What a colleague last said who sent it back. */
  returned: (Said & { note: string }) | undefined;
};

/** How far a call's working copy is on its way to the public. */
export async function findProposal(db: Db, callId: number): Promise<Proposal> {
  const row = await selectProposal(db, callId);
  const nothing = { proposed: undefined, returned: undefined };
  if (!row) return { ...nothing, approved: undefined, asksAgain: undefined };
  const said = (staffId: string | null, at: string | null) =>
    staffId === null || at === null ? undefined : { staffId, at };
  const stands = row.proposed_version === row.row_version;
  const returned = said(row.returned_by_id, row.returned_at);
  return {
    proposed: stands ? said(row.proposed_by_id, row.proposed_at) : undefined,
    approved: stands ? approvedIn(row) : undefined,
    asksAgain: stands ? readAsksAgain(row.asks_again) : undefined,
    returned: returned && { ...returned, note: row.returned_note ?? "" },
  };
}

function approvedIn(row: {
  approved_by_id: string | null;
  approved_at: string | null;
  publish_at: string | null;
}): Proposal["approved"] {
  const { approved_by_id: staffId, approved_at: at, publish_at } = row;
  return staffId === null || at === null || publish_at === null
    ? undefined
    : { staffId, at, publishAt: publish_at };
}

type Refused<Reason extends string> = { ok: false; reason: Reason };

/**
 * Asks for a colleague's look at the working copy as it stands. Any change takes that back.
 *
 * @param of.asksAgain of people who have begun; of these questions those are kept that are new or changed.
 */
export async function proposeWorkingCopy(
  db: Db,
  of: EditingSeen & { asksAgain?: AsksAgain | undefined },
): Promise<
  { ok: true } | Extract<Awaited<ReturnType<typeof readyCopy>>, { ok: false }>
> {
  const { callId, staffId, now, rowVersion } = of;
  return db.transaction().execute(async (trx) => {
    const call = await findCall(trx, callId);
    const ready = await readyCopy(trx, call, rowVersion);
    if (!ready.ok) return ready;
    const again = of.asksAgain && onlyChanged(of.asksAgain, call, ready.copy);
    const { draftId } = ready.copy;
    const isOther = await wasProposedOtherwise(trx, callId, again);
    const version = isOther
      ? (await raiseDefinitionDraft(trx, draftId)).row_version
      : rowVersion;
    await updateProposal(trx, draftId, {
      ...{ proposed_by_id: staffId, proposed_at: now.toISOString() },
      proposed_version: version,
      asks_again: again ? JSON.stringify(again) : null,
      ...{ approved_by_id: null, approved_at: null, publish_at: null },
      ...{ returned_by_id: null, returned_at: null, returned_note: null },
      returned_to_id: null,
    });
    await recordEdit(trx, of, { type: "call.changes-proposed" });
    const kind = "change-asked" as const;
    await tellWhoKeepsCalls(trx, { callId, kind, byId: staffId, now });
    return { ok: true };
  });
}

/** Whether a colleague may have before them what was asked again before, or what they sent back. */
async function wasProposedOtherwise(
  trx: Trx,
  callId: number,
  again: AsksAgain | undefined,
): Promise<boolean> {
  const { proposed, returned, asksAgain } = await findProposal(trx, callId);
  if (!proposed) return returned !== undefined;
  return !isSameJson(asksAgain, again);
}

function onlyChanged(
  { questions, reason }: AsksAgain,
  { definitionId, definition }: Call,
  copy: WorkingCopy,
): AsksAgain | undefined {
  const published = toWorkingCopy(definitionId, definition);
  const changed = questionsChanged(published, copy);
  const kept = questions.filter((id) => changed.includes(id));
  return kept.length > 0 ? { questions: kept, reason } : undefined;
}

type NotTheirs = Refused<"not-proposed" | "own-proposal">;

/**
 * Publishes what a colleague proposed, or lets it be published at a time. Nobody
 * approves what they have proposed themselves.
 *
 * @param of.publishAt a moment to come; left out, it is published at once.
 */
export async function approveWorkingCopy(
  db: Db,
  of: EditingSeen & { publishAt?: Date | undefined },
): Promise<PublishOutcome | NotTheirs | { ok: true }> {
  const { callId, staffId, rowVersion, publishAt } = of;
  return db.transaction().execute(async (trx) => {
    const { proposed, asksAgain } = await findProposal(trx, callId);
    if (!proposed) return { ok: false, reason: "not-proposed" };
    if (proposed.staffId === staffId)
      return { ok: false, reason: "own-proposal" };
    const ready = await readyCopy(trx, await findCall(trx, callId), rowVersion);
    if (!ready.ok) return ready;
    const to = [proposed.staffId];
    const kind = publishAt ? "change-approved" : "change-published";
    await tellOfEdit(trx, of, { kind, to });
    if (publishAt) {
      await setPublishing(trx, ready.copy.draftId, { ...of, publishAt });
      return { ok: true };
    }
    await recordEdit(trx, of, { type: "call.changes-approved" });
    return publishCopy(trx, ready.copy, { ...of, asksAgain });
  });
}

async function setPublishing(
  trx: Trx,
  draftId: number,
  of: EditingSeen & { publishAt: Date },
): Promise<void> {
  const { callId, staffId, now, publishAt } = of;
  const at = publishAt.toISOString();
  await updateProposal(trx, draftId, {
    ...{ approved_by_id: staffId, approved_at: now.toISOString() },
    publish_at: at,
  });
  const payload = { callId };
  const kind = "call.publish" as const;
  await enqueueJob(trx, { kind, payload, now, runAfter: publishAt });
  const details = { publishAt: at };
  await recordEdit(trx, of, { type: "call.publishing-set", details });
}

/** Sends a proposal back to whoever made it, who may do so themselves. What is changed stays. */
export async function returnWorkingCopy(
  db: Db,
  of: EditingSeen & { note: string },
): Promise<{ ok: true } | Refused<"not-proposed" | "changed-meanwhile">> {
  const { callId, staffId, now, rowVersion, note } = of;
  return db.transaction().execute(async (trx) => {
    const row = await selectProposal(trx, callId);
    if (row?.proposed_version !== row?.row_version || !row?.proposed_by_id)
      return { ok: false, reason: "not-proposed" };
    if (row.row_version !== rowVersion)
      return { ok: false, reason: "changed-meanwhile" };
    await updateProposal(trx, row.id, {
      ...{ proposed_by_id: null, proposed_at: null, proposed_version: null },
      asks_again: null,
      ...{ approved_by_id: null, approved_at: null, publish_at: null },
      ...{ returned_by_id: staffId, returned_at: now.toISOString() },
      ...{ returned_note: note, returned_to_id: row.proposed_by_id },
    });
    await recordEdit(trx, of, { type: "call.changes-returned" });
    const to = [row.proposed_by_id, row.approved_by_id];
    await tellOfEdit(trx, of, { kind: "change-returned", to });
    return { ok: true };
  });
}
