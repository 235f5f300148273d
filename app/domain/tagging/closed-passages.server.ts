import type { Db, Trx } from "#app/db/schema.ts";
import {
  closePassagesIn,
  countClosedPassages,
  type TextIds,
} from "./closed-passages.queries.server.ts";

/** Of texts that are taken back the passages stay as a record that they were, without their words. */
export async function closePassages(
  trx: Trx,
  of: { responseId: number; source: TextIds; at: Date },
): Promise<void> {
  await closePassagesIn(trx, of);
}

/** How many passages stood in what was taken back of a response. */
export async function countPassagesTakenBack(
  db: Db,
  responseId: number,
): Promise<number> {
  return countClosedPassages(db, responseId);
}
