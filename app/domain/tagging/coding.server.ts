import type { Db, Trx } from "#app/db/schema.ts";
import { selectWhetherCoded } from "./coding.queries.server.ts";

/** Whether coding has begun: from the first passage that is tagged or the first tag of the whole, its sender changes no words any more. */
export async function hasCodingBegun(
  db: Db | Trx,
  responseId: number,
): Promise<boolean> {
  return selectWhetherCoded(db, responseId);
}
