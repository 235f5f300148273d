import { sql } from "kysely";
import { besideIndex } from "#app/db/indexes.server.ts";
import type { Db } from "#app/db/schema.ts";
import { responsesListedFor } from "./visible-responses.queries.server.ts";
import type { Viewer } from "./visible-responses.ts";

/** So many responses are looked at, all over the ids, to see what many say. */
const sampleSize = 400;
/** Of those, so many say the same: a hundredth of all there is. */
const fewestOfCrowd = 4;

/** With ids that are spread evenly over all there are. */
function withPlaces(db: Db, viewer: Pick<Viewer, "role">) {
  const newest = responsesListedFor(db, viewer)
    .select("responses.id")
    .orderBy("responses.id", "desc")
    .limit(1);
  return db.withRecursive("places", (cte) =>
    cte
      .selectFrom(newest.as("newest"))
      .select([
        sql<number>`1`.as("id"),
        sql<number>`newest.id / ${sql.lit(sampleSize)} + 1`.as("step"),
        "newest.id as last",
      ])
      .unionAll(
        cte
          .selectFrom("places")
          .select([sql<number>`id + step`.as("id"), "step", "last"])
          .whereRef(sql`id + step`, "<=", "last"),
      ),
  );
}

/** The keys of words that many say who wait, what most say first, as a sample tells. */
export async function selectCommonKeys(
  db: Db,
  viewer: Pick<Viewer, "role">,
  limit: number,
): Promise<string[]> {
  const rows = await withPlaces(db, viewer)
    .selectFrom(
      responsesListedFor(db, viewer)
        .select("responses.words_key as key")
        .where("responses.id", "in", sql<number>`(select id from places)`)
        .where(besideIndex(db, "responses.awaits_triage"), "=", 1)
        .where(besideIndex(db, "responses.words_key"), "is not", null)
        .as("sample"),
    )
    .select("sample.key")
    .groupBy("sample.key")
    .having(({ fn }) => fn.countAll(), ">=", fewestOfCrowd)
    .orderBy(({ fn }) => fn.countAll(), "desc")
    .limit(limit)
    .execute();
  return rows.flatMap(({ key }) => key ?? []);
}
