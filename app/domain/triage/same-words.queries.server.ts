import { countOf } from "#app/db/counts.ts";
import type { Db } from "#app/db/schema.ts";
import { responsesListedFor } from "../responses/visible-responses.queries.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";

/** How many wait that say their words under each of some keys: those of one page. */
export async function countWaitingWithWords(
  db: Db,
  viewer: Viewer,
  wordsKeys: readonly (string | null)[],
): Promise<Map<string | null, number>> {
  const keys = wordsKeys.filter((key) => key !== null);
  if (keys.length === 0) return new Map();
  const rows = await responsesListedFor(db, viewer)
    .select((eb) => ["responses.words_key", eb.fn.countAll().as("count")])
    .where("responses.words_key", "in", keys)
    .where("responses.awaits_triage", "=", 1)
    .groupBy("responses.words_key")
    .execute();
  return new Map(rows.map((row) => [row.words_key, countOf(row)]));
}

/** How many others that stand in a list say the words of this key. */
export async function countOthersWithWords(
  db: Db,
  viewer: Viewer,
  { responseId, wordsKey }: { responseId: number; wordsKey: string },
): Promise<number> {
  const row = await responsesListedFor(db, viewer)
    .select((eb) => eb.fn.countAll().as("count"))
    .where("responses.words_key", "=", wordsKey)
    .where("responses.id", "<>", responseId)
    .executeTakeFirstOrThrow();
  return countOf(row);
}
