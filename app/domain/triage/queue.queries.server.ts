import type { Db } from "#app/db/schema.ts";
import { responseMatches } from "#app/db/search.server.ts";
import { responsesVisibleTo } from "../responses/visible-responses.queries.server.ts";
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
export function selectQueueIds(
  db: Db,
  conditions: QueueConditions,
  page: { limit: number; offset: number },
) {
  return filteredResponses(db, conditions)
    .select("responses.id")
    .orderBy("responses.received_at")
    .orderBy("responses.id")
    .limit(page.limit)
    .offset(page.offset);
}

export function countQueue(db: Db, conditions: QueueConditions) {
  return filteredResponses(db, conditions).select((eb) =>
    eb.fn.countAll<number>().as("count"),
  );
}

/** How many responses of a call, or of all, stand in each state; read from an index alone. */
export function countByState(
  db: Db,
  viewer: Viewer,
  callId: number | undefined,
) {
  const query = responsesVisibleTo(db, viewer)
    .select((eb) => ["state", eb.fn.countAll<number>().as("count")])
    .groupBy("state");
  return callId === undefined ? query : query.where("call_id", "=", callId);
}

export function selectTagNames(db: Db, responseIds: number[]) {
  return db
    .selectFrom("response_tags")
    .innerJoin("tags", "tags.id", "response_tags.tag_id")
    .select(["response_tags.response_id", "tags.name"])
    .where("response_tags.response_id", "in", responseIds)
    .orderBy("tags.name_key");
}
