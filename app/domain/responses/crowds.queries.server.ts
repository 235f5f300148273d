import { type RawBuilder, sql } from "kysely";
import { hasArrived } from "#app/db/arrived.server.ts";
import { besideIndex } from "#app/db/indexes.server.ts";
import { type Places, placesOf } from "#app/db/kept-queries.server.ts";
import type { Db } from "#app/db/schema.ts";
import {
  isFirstOfItsWords,
  responsesListedFor,
} from "./visible-responses.queries.server.ts";
import type { Viewer } from "./visible-responses.ts";

/** So many responses are looked at, all over the ids, to see what many say. */
const sampleSize = 400;
/** Of those, so many say the same: a hundredth of all there is. */
const fewestOfCrowd = 4;
/** Statements have places for none, for one or for so many. */
const mostCrowds = 12;

/**
 * The keys of words that many say who wait. Where most of a list is one text, each
 * would be asked in vain whether it is the first to say it; of a crowd the first is
 * looked up once. It is a hint: a list is the same whichever crowds are known.
 */
export async function selectCrowds(
  db: Db,
  viewer: Pick<Viewer, "role">,
): Promise<string[]> {
  const rows = await db
    .withRecursive("places(id, step, last)", (cte) =>
      cte
        .selectFrom("responses")
        .select(({ fn }) => [
          sql<number>`1`.as("id"),
          sql<number>`max(id) / ${sql.lit(sampleSize)} + 1`.as("step"),
          fn.max("id").as("last"),
        ])
        .unionAll(
          cte
            .selectFrom("places")
            .select([sql<number>`id + step`.as("id"), "step", "last"])
            .whereRef(sql`id + step`, "<=", "last"),
        ),
    )
    .with("sample", (cte) =>
      responsesListedFor(cte as unknown as Db, viewer)
        .select("responses.words_key")
        .where("responses.id", "in", sql<number>`(select id from places)`)
        .where(besideIndex(db, "responses.awaits_triage"), "=", 1)
        .where(besideIndex(db, "responses.words_key"), "is not", null),
    )
    .selectFrom("sample")
    .select("sample.words_key")
    .groupBy("sample.words_key")
    .having(({ fn }) => fn.countAll(), ">=", fewestOfCrowd)
    .orderBy(({ fn }) => fn.countAll(), "desc")
    .limit(mostCrowds)
    .execute();
  const keys = rows.flatMap(({ words_key: key }) => key ?? []);
  const [first] = keys;
  if (first === undefined || keys.length === 1) return keys;
  return [...keys, ...Array<string>(mostCrowds - keys.length).fill(first)];
}

/**
 * A condition on what waits for the team: no other that says the same words was
 * recorded before it and waits as well.
 *
 * @param crowds as `selectCrowds` gave them, or the places for so many
 */
export function standsForItsWords(
  crowds: Places<Record<number, string>> | Record<number, string>,
  count: number,
): RawBuilder<boolean> {
  if (count === 0) return isFirstOfItsWords;
  const keys = placesOf(crowds as Places<Record<number, string>>, count);
  const firsts = keys.map(
    (key) => sql`select first.id from (
      select earlier.id from responses as earlier
      where earlier.words_key = ${key} and earlier.awaits_triage = 1
        and earlier.safeguarding_flag = 0 and ${hasArrived("earlier")}
      order by earlier.id limit 1
    ) as first`,
  );
  // By itself, so that an index which has the key is enough to pass over a crowd.
  return sql<boolean>`(
    responses.words_key is null
    or responses.words_key not in (${sql.join(keys)})
    or responses.id in (${sql.join(firsts, sql` union all `)})
  ) and ${isFirstOfItsWords}`;
}
