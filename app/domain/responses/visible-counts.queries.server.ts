import type { RawBuilder } from "kysely";
import { countOf } from "#app/db/counts.ts";
import { besideIndex } from "#app/db/indexes.server.ts";
import { keepQuery, type Places } from "#app/db/kept-queries.server.ts";
import type { Db } from "#app/db/schema.ts";
import { may } from "../accounts/permissions.ts";
import type { ResponseState } from "./responses.ts";
import {
  countsToSum,
  responsesVisibleTo,
} from "./visible-responses.queries.server.ts";
import type { Viewer } from "./visible-responses.ts";

function countsByState(db: Db, callId?: RawBuilder<number>) {
  const frozen = responsesVisibleTo(db, { role: "reviewer" })
    .select((eb) => ["responses.state", eb.lit(-1).as("count")])
    .where((eb) => eb("responses.safeguarding_flag", "=", eb.lit(1)));
  const ofCall = besideIndex(db, "responses.call_id");
  const all = countsToSum(db, callId)
    .select(["state", "count"])
    .unionAll(callId ? frozen.where(ofCall, "=", callId) : frozen);
  return db
    .selectFrom(all.as("listed"))
    .select((eb) => ["state", eb.fn.sum("count").as("count")])
    .groupBy("state");
}

const allCounts = keepQuery((db) => countsByState(db));
const countsOfCall = keepQuery((db, { callId }: Places<{ callId: number }>) =>
  countsByState(db, callId),
);

/**
 * How many responses the viewer sees in each state, of a call or of all: from
 * the counts, without what the door leaves out.
 */
export async function countVisibleByState(
  db: Db,
  viewer: Viewer,
  callId: number | undefined,
): Promise<Map<ResponseState, number>> {
  if (!may(viewer, "read-responses")) return new Map();
  const rows =
    callId === undefined
      ? await allCounts(db, {})
      : await countsOfCall(db, { callId });
  return new Map(rows.map((row) => [row.state, countOf(row)]));
}
