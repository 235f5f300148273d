import { countOf } from "#app/db/counts.ts";
import type { Db } from "#app/db/schema.ts";
import { responseMatches } from "#app/db/search.server.ts";
import { responsesVisibleTo } from "../responses/visible-responses.queries.server.ts";
import type { ResponseState } from "../responses/responses.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import type { QueueState } from "./queue-filter.ts";

/** A filter with everything looked up: ids for slugs, the person for `me`, the query for what was typed. */
export type QueueConditions = {
  viewer: Viewer;
  callId: number | undefined;
  state: QueueState;
  /** null for responses assigned to nobody. */
  assigneeId: string | null | undefined;
  tagId: number | undefined;
  hasFiles: boolean;
  isFlagged: boolean;
  fullTextQuery: string | undefined;
};

/** Responses under a filter, nothing selected yet. */
function filteredResponses(db: Db, conditions: QueueConditions) {
  const { callId, state, assigneeId, tagId, fullTextQuery } = conditions;
  let query = responsesVisibleTo(db, conditions.viewer);
  if (callId !== undefined)
    query = query.where("responses.call_id", "=", callId);
  if (state === "to-do") query = query.where("responses.awaits_triage", "=", 1);
  else if (state !== "all") query = query.where("responses.state", "=", state);
  if (assigneeId === null)
    query = query.where("responses.assignee_id", "is", null);
  else if (assigneeId !== undefined)
    query = query.where("responses.assignee_id", "=", assigneeId);
  // Written out, not bound: only so can the partial indexes be chosen.
  if (conditions.hasFiles)
    query = query.where((eb) =>
      eb("responses.attachment_count", ">", eb.lit(0)),
    );
  if (conditions.isFlagged)
    query = query.where((eb) =>
      eb("responses.safeguarding_flag", "=", eb.lit(1)),
    );
  if (tagId !== undefined)
    query = query.where("responses.id", "in", (eb) =>
      eb
        .selectFrom("response_tags")
        .select("response_tags.response_id")
        .where("response_tags.tag_id", "=", tagId),
    );
  if (fullTextQuery !== undefined)
    query = query.where(responseMatches(fullTextQuery));
  return query;
}

/** The ids of one page, oldest first: narrow rows, so that what must be sorted is sorted cheaply. */
export async function selectQueueIds(
  db: Db,
  conditions: QueueConditions,
  page: { limit: number; offset: number },
): Promise<number[]> {
  const rows = await filteredResponses(db, conditions)
    .select("responses.id")
    .orderBy("responses.received_at")
    .orderBy("responses.id")
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map(({ id }) => id);
}

export async function countQueue(
  db: Db,
  conditions: QueueConditions,
): Promise<number> {
  const row = await filteredResponses(db, conditions)
    .select((eb) => eb.fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return countOf(row);
}

/** How many responses of a call, or of all, stand in each state; read from an index alone. */
export async function countByState(
  db: Db,
  viewer: Viewer,
  callId: number | undefined,
): Promise<Map<ResponseState, number>> {
  const all = responsesVisibleTo(db, viewer)
    .select((eb) => ["state", eb.fn.countAll().as("count")])
    .groupBy("state");
  const query = callId === undefined ? all : all.where("call_id", "=", callId);
  const rows = await query.execute();
  return new Map(rows.map((row) => [row.state, countOf(row)]));
}
