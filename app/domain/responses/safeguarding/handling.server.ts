import type { PassingWay } from "#app/db/column-values.ts";
import type { Db, Trx } from "#app/db/schema.ts";
import { may } from "../../accounts/permissions.ts";
import { noteBesideResponse } from "../changes.server.ts";
import type { Viewer } from "../visible-responses.ts";
import type { SafeguardingCase } from "./cases.ts";
import { updateCase } from "./cases.queries.server.ts";
import { findCase } from "./reading-cases.server.ts";
import { insertPassing } from "./steps.queries.server.ts";

type CaseWork = { responseId: number; actor: Viewer; now: Date };

type NotDone = { ok: false; reason: "not-allowed" | "no-case" };

/** The case that is open of a response, for whoever may decide about it. */
export async function findOpenCase(
  trx: Trx,
  { responseId, actor }: CaseWork,
): Promise<{ ok: true; found: SafeguardingCase } | NotDone> {
  if (!may(actor, "decide-safeguarding"))
    return { ok: false, reason: "not-allowed" };
  const found = await findCase(trx, { responseId, viewer: actor });
  return found && found.closedAt === undefined
    ? { ok: true, found }
    : { ok: false, reason: "no-case" };
}

/** Writes down what happened in a case; its words stand in its own tables and in no event. */
export async function recordStep(
  trx: Trx,
  { responseId, actor, now }: CaseWork,
  event: { type: string; details?: Record<string, string> },
): Promise<void> {
  await noteBesideResponse(trx, { responseId, events: [event], actor, now });
}

/**
 * Takes a case up, or over from whoever has it: its clock stops.
 *
 * @param work.seenTakenById who had it on the page that was seen; empty for nobody.
 * @returns `taken-meanwhile` with the name of somebody else who was quicker.
 */
export async function takeUpCase(
  db: Db,
  work: CaseWork & { seenTakenById: string },
): Promise<
  { ok: true } | NotDone | { ok: false; reason: "taken-meanwhile"; by: string }
> {
  const { actor, now, seenTakenById } = work;
  return db.transaction().execute(async (trx) => {
    const open = await findOpenCase(trx, work);
    if (!open.ok) return open;
    const { caseId, takenUp } = open.found;
    if (takenUp?.staffId === actor.staffId) return { ok: true };
    if (takenUp && takenUp.staffId !== seenTakenById)
      return { ok: false, reason: "taken-meanwhile", by: takenUp.name };
    await updateCase(trx, caseId, {
      taken_up_by: actor.staffId,
      taken_up_at: now.toISOString(),
    });
    await recordStep(trx, work, { type: "response.safeguarding-taken-up" });
    return { ok: true };
  });
}

/** Writes down what was passed on, to whom, when, how and why. */
export async function recordPassing(
  db: Db,
  work: CaseWork & {
    /** An organisation or a role; no name of a person is asked for. */
    passedTo: string;
    /** As "2026-11-27". */
    passedOn: string;
    way: PassingWay;
    why: string;
  },
): Promise<{ ok: true } | NotDone> {
  const { actor, now, passedTo, passedOn, way, why } = work;
  return db.transaction().execute(async (trx) => {
    const open = await findOpenCase(trx, work);
    if (!open.ok) return open;
    await insertPassing(trx, {
      ...{ case_id: open.found.caseId, way, reason: why.trim() },
      ...{ passed_to: passedTo.trim(), passed_on: passedOn },
      ...{ recorded_by: actor.staffId, recorded_at: now.toISOString() },
    });
    const type = "response.safeguarding-passed-on";
    await recordStep(trx, work, { type, details: { way } });
    return { ok: true };
  });
}
