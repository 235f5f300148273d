import { PostgresAdapter, sql } from "kysely";
import type { Trx } from "./schema.ts";

/** Any number that no other lock has. */
const endOfChain = 1;

/**
 * Until the transaction ends, nobody else adds to the chain of events: of two
 * that read the same last hash, the second could not be written. SQLite has one
 * lock for all that writes, and each of our transactions takes it as it begins.
 */
export async function lockEndOfChain(trx: Trx): Promise<void> {
  if (trx.getExecutor().adapter instanceof PostgresAdapter)
    await sql`select pg_advisory_xact_lock(${endOfChain})`.execute(trx);
}
