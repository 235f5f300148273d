import { sql } from "kysely";
import { besideIndex } from "#app/db/indexes.server.ts";
import type { Places } from "#app/db/kept-queries.server.ts";
import type { Db } from "#app/db/schema.ts";
import {
  idsOfResponses,
  responsesListedFor,
  responsesVisibleTo,
  standsForItsWords,
} from "../responses/visible-responses.queries.server.ts";
import { isCandidate } from "./queue-candidates.queries.server.ts";
import { conditionOn } from "./queue-conditions.queries.server.ts";
import {
  type FilterShape,
  type FilterValues,
  type QueueConditions,
  shapeOf,
  valuesOf,
} from "./queue-shape.ts";

/**
 * The columns of a filter, those that must not lead beside their indexes: files,
 * a flag or a person leave few of many, so their indexes lead; SQLite knows
 * nothing of how many a call or a state has, and would rather walk all of those.
 */
function columnsUnder(db: Db, shape: FilterShape) {
  const isLed = shape.hasFiles || shape.isFlagged || shape.isLedByIds;
  const isOfOne = shape.assignee === "one" || shape.assignee === "group";
  const isLedByAny = isLed || isOfOne;
  const beside = (
    isSo: boolean,
    column: "call_id" | "state" | "assignee_id" | "group_id",
  ) =>
    isSo
      ? besideIndex(db, `responses.${column}`)
      : sql.ref(`responses.${column}`);
  return {
    callId: beside(isLedByAny, "call_id"),
    state: beside(isLedByAny, "state"),
    assigneeId: beside(isLed, "assignee_id"),
    groupId: beside(isLed, "group_id"),
  };
}

/** Few, and by an index: asked of each row its state would have to be looked up. */
const isNotWithdrawn = sql<boolean>`responses.id not in (${idsOfResponses(sql`picked.state = 'withdrawn'`)})`;

/** Responses under a filter but for what was typed, nothing selected yet. */
export function filteredResponses(
  db: Db,
  values: FilterValues | Places<FilterValues>,
  shape: FilterShape,
) {
  const { state, assignee, hasFiles, isFlagged } = shape;
  const columns = columnsUnder(db, shape);
  const open = shape.mayHoldFrozen ? responsesVisibleTo : responsesListedFor;
  let query = open(db, shape);
  if (shape.isOfCall) query = query.where(columns.callId, "=", values.callId);
  // Written out, not bound: only so can the partial indexes be chosen.
  if (state === "to-do")
    query = query.where((eb) => eb("responses.awaits_triage", "=", eb.lit(1)));
  else if (state === "all") {
    if (!shape.mayHoldWithdrawn) query = query.where(isNotWithdrawn);
  } else if (state !== "any") query = query.where(columns.state, "=", state);
  if (assignee === "nobody")
    query = query
      .where(columns.assigneeId, "is", null)
      .where(columns.groupId, "is", null);
  else if (assignee === "one")
    query = query.where(columns.assigneeId, "=", values.assigneeId);
  else if (assignee === "group")
    query = query
      .where(columns.groupId, "=", values.groupId)
      .where(columns.assigneeId, "is", null);
  if (shape.isOneLine)
    query = query.where(standsForItsWords(values.crowds, shape.crowdCount));
  if (hasFiles)
    query = query.where((eb) =>
      eb("responses.attachment_count", ">", eb.lit(0)),
    );
  if (isFlagged)
    query = query.where((eb) =>
      eb("responses.safeguarding_flag", "=", eb.lit(1)),
    );
  return query;
}

/** The same with what was typed but for the words that must all be there. */
export function narrowedResponses(db: Db, conditions: QueueConditions) {
  const { others, leading } = conditions;
  const query = filteredResponses(
    db,
    valuesOf(conditions),
    shapeOf(conditions),
  );
  const led = leading ? query.where(isCandidate(db, leading)) : query;
  return others ? led.where((eb) => conditionOn(db, eb, others)) : led;
}
