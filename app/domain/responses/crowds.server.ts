import type { Db } from "#app/db/schema.ts";
import { selectCommonKeys } from "./crowds.queries.server.ts";
import type { Viewer } from "./visible-responses.ts";

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
  const keys = await selectCommonKeys(db, viewer, mostCrowds);
  const [first] = keys;
  if (first === undefined || keys.length === 1) return keys;
  return [...keys, ...Array<string>(mostCrowds - keys.length).fill(first)];
}
