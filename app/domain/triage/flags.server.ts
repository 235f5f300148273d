import type { Db, Trx } from "#app/db/schema.ts";
import type { SafeguardingKind } from "#app/db/column-values.ts";
import { changeResponse } from "../responses/changes.server.ts";
import { openCase } from "../responses/safeguarding/opening.server.ts";
import { readVisibleResponse } from "../responses/visible-responses.server.ts";
import { insertNote } from "./notes.server.ts";
import type { TriageActor } from "./triage.ts";

type FlagChange = {
  responseId: number;
  /** Of what they are worried; left out where they did not say. */
  kind?: SafeguardingKind;
  /** What they write, kept in the case and as a note; empty for nothing. */
  reason: string;
  actor: TriageActor;
  now: Date;
};

/**
 * Marks a response as telling of somebody at risk, freezes it and opens its case.
 * Anyone on the team may, at any moment and whatever a colleague is saving: it
 * asks for no row version and no reason. Raised again, it stays raised and the
 * reason is kept; one that is held after its case was closed gets another case.
 */
export async function raiseSafeguardingFlag(
  db: Db,
  change: FlagChange,
): Promise<{ wasRaisedAlready: boolean }> {
  const { responseId, kind = "other", reason: words, actor, now } = change;
  return db.transaction().execute(async (trx) => {
    const isOpened = await openCase(trx, {
      ...{ responseId, kind, words, openedById: actor.staffId, now },
    });
    if (isOpened) await writeFlag(trx, change);
    await keepReason(trx, change);
    return { wasRaisedAlready: !isOpened };
  });
}

async function keepReason(trx: Trx, change: FlagChange) {
  if (change.reason.trim() === "") return;
  await insertNote(trx, { ...change, body: change.reason });
}

async function writeFlag(
  trx: Trx,
  { responseId, actor, now }: FlagChange,
): Promise<void> {
  await readVisibleResponse(trx, { responseId, viewer: actor, now });
  await changeResponse(trx, {
    responseId,
    set: { isFlagged: true },
    events: [{ type: "response.safeguarding-raised" }],
    actor,
    now,
  });
}
