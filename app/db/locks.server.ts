import { type SelectQueryBuilder, sql, type TransactionBuilder } from "kysely";
import { engineOf } from "./engine.server.ts";
import type { Db, HeardSchema, Trx } from "./schema.ts";

/*
 * Every transaction has its turn, on both engines (docs/decisions/220). These
 * are for what writes no event and so often that it goes beside the turn where
 * the engine lets several write: each looks after its own rows.
 */

/** Any number that is not the turn's. */
const indexing = 2;

/** A transaction that waits for nobody's turn; on SQLite, which has one writer, one like any other. */
export function transactionBesideTurn(db: Db): TransactionBuilder<HeardSchema> {
  return db.transaction().setIsolationLevel("read committed");
}

/** For a selection: until the transaction ends, nobody else changes the rows of this table that it finds, nor locks them; rows that refer to them may still come. */
export function lockRows(db: Db, table: keyof HeardSchema) {
  return <Schema, Tables extends keyof Schema, Output>(
    query: SelectQueryBuilder<Schema, Tables, Output>,
  ): SelectQueryBuilder<Schema, Tables, Output> =>
    engineOf(db) === "postgres"
      ? query.modifyEnd(sql`for no key update of ${sql.table(table)}`)
      : query;
}

/** Until the transaction ends, nobody else writes this response's part of the search index: of two texts the later read would win. */
export async function lockIndexOf(trx: Trx, responseId: number): Promise<void> {
  if (engineOf(trx) === "postgres")
    await sql`select pg_advisory_xact_lock(${indexing}, ${responseId})`.execute(
      trx,
    );
}

/** For a selection of what is to be taken: rows that somebody else is taking are passed over. */
export function skipLocked(db: Db) {
  return <Schema, Tables extends keyof Schema, Output>(
    query: SelectQueryBuilder<Schema, Tables, Output>,
  ): SelectQueryBuilder<Schema, Tables, Output> =>
    engineOf(db) === "postgres" ? query.forUpdate().skipLocked() : query;
}
