import { Transaction } from "kysely";
import type { Db, Trx } from "./schema.ts";

/** In the caller's, where it has begun one: then all of what it does comes or nothing. */
export async function inTransaction(
  db: Db,
  work: (trx: Trx) => Promise<void>,
): Promise<void> {
  if (db instanceof Transaction) return work(db);
  await db.transaction().execute(work);
}
