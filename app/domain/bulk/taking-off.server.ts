import type { Db } from "#app/db/schema.ts";
import { selectVisibleResponses } from "../responses/visible-responses.server.ts";
import type {
  Viewer,
  VisibleResponse,
} from "../responses/visible-responses.ts";
import type { TriageActor } from "../triage/triage.ts";
import { type BulkStep, stepOwn } from "./begin.server.ts";
import { moveAction } from "./bulk.queries.server.ts";
import { shownAtATime, writeDetails } from "./bulk.ts";
import {
  deleteWaiting,
  selectWaitingPage,
} from "./taking-off.queries.server.ts";

type Shown = { actionId: number; viewer: Viewer; page: number; now: Date };

/** What of a preview would be done something to, one page of it, as far as the viewer sees it. */
export async function selectPreviewed(
  db: Db,
  { actionId, viewer, page, now }: Shown,
): Promise<VisibleResponse[]> {
  const offset = (page - 1) * shownAtATime;
  const part = { actionId, limit: shownAtATime, offset };
  const responseIds = await selectWaitingPage(db, part);
  const seen = await selectVisibleResponses(db, { responseIds, viewer, now });
  return seen.toSorted((a, b) => a.responseId - b.responseId);
}

/** Takes single responses off a preview before it begins: nothing is done to them, and how many they are is told. */
export async function takeOffPreview(
  db: Db,
  taking: {
    actionId: number;
    references: readonly string[];
    page: number;
    actor: TriageActor;
    now: Date;
  },
): Promise<BulkStep> {
  const { actionId, references, page, actor, now } = taking;
  return stepOwn(db, { actionId, actor, now }, async (trx, action) => {
    if (action.standing !== "previewed") return "not-any-more";
    const shown = await selectPreviewed(trx, {
      ...{ actionId, viewer: actor, page, now },
    });
    const responseIds = shown
      .filter(({ reference }) => references.includes(reference))
      .map(({ responseId }) => responseId);
    const count = await deleteWaiting(trx, { actionId, responseIds });
    const details = writeDetails({
      ...action,
      takenOff: action.takenOff + count,
    });
    await moveAction(trx, { actionId, from: ["previewed"], set: { details } });
    return undefined;
  });
}
