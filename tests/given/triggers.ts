import { sql } from "kysely";
import { engineOf } from "#app/db/engine.server.ts";
import type { Db } from "#app/db/schema.ts";

/** What whoever forges would do first; on PostgreSQL the function of its name goes too. */
export async function dropTrigger(db: Db, name: string, table: string) {
  if (engineOf(db) === "sqlite") {
    await sql`drop trigger ${sql.ref(name)}`.execute(db);
    return;
  }
  await sql`drop trigger ${sql.ref(name)} on ${sql.table(table)}`.execute(db);
  await sql`drop function if exists ${sql.ref(name)}()`.execute(db);
}

/**
 * From now on the table takes no row.
 *
 * @param code PostgreSQL's for the fault; SQLite's is that of a constraint
 */
export async function refuseInserts(
  db: Db,
  table: string,
  { message, code = "P0001" }: { message: string; code?: string },
) {
  const name = sql.ref(`refuse_${table}`);
  if (engineOf(db) === "sqlite") {
    await sql`create trigger ${name} before insert on ${sql.table(table)}
      begin select raise(abort, ${sql.lit(message)}); end`.execute(db);
    return;
  }
  await sql`create function ${name}() returns trigger language plpgsql as $$
    begin raise exception ${sql.lit(message)} using errcode = ${sql.lit(code)}; end $$`.execute(
    db,
  );
  await sql`create trigger ${name} before insert on ${sql.table(table)}
    for each row execute function ${name}()`.execute(db);
}
