import type { Db } from "#app/db/schema.ts";
import { matchesOfIndex } from "#app/db/search.server.ts";
import { responsesListedFor } from "../responses/visible-responses.queries.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import { narrowedResponses } from "./queue-filtered.queries.server.ts";
import type { QueueConditions } from "./queue-shape.ts";

export async function selectHighestId(db: Db, viewer: Viewer): Promise<number> {
  const row = await responsesListedFor(db, viewer)
    .select("responses.id")
    .orderBy("responses.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? 0;
}

/** Those of a list whose ids lie in a stretch, in their order. */
export async function selectIdsBetween(
  db: Db,
  conditions: QueueConditions,
  { after, upTo }: { after: number; upTo: number },
): Promise<number[]> {
  const { words } = conditions;
  const narrowed = narrowedResponses(db, conditions)
    .where("responses.id", ">", after)
    .where("responses.id", "<=", upTo);
  const listed =
    words === undefined ? narrowed : narrowed.where(matchesOfIndex(db, words));
  const rows = await listed
    .select("responses.id")
    .orderBy("responses.id")
    .execute();
  return rows.map(({ id }) => id);
}
