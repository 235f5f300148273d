import { Kysely } from "kysely";
import { TurnDialect } from "./postgres-driver.server.ts";
import { checkPostgres } from "./postgres-settings.server.ts";
import type { Db, HeardSchema } from "./schema.ts";

export type PostgresOpening = {
  patienceMilliseconds: number;
  isReadOnly?: boolean;
};

const statementMilliseconds = 60_000;

/**
 * Heard's database on PostgreSQL. Nothing is asked of the server before the
 * first statement, which fails in words where the server cannot be reached or
 * does not keep what Heard promises.
 */
export function openPostgres(url: string, opening: PostgresOpening): Db {
  return new Kysely<HeardSchema>({ dialect: postgresDialect(url, opening) });
}

export function postgresDialect(
  url: string,
  { patienceMilliseconds, isReadOnly = false }: PostgresOpening,
): TurnDialect {
  return new TurnDialect(url, {
    patienceMilliseconds,
    // A wait for the turn is a statement too.
    statementMilliseconds: statementMilliseconds + patienceMilliseconds,
    isReadOnly,
    check: checkPostgres,
  });
}
