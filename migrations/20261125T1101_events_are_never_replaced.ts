import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/**
 * INSERT OR REPLACE deletes the row in its way, and SQLite fires no delete
 * trigger for that unless a connection asks for it. So whoever inserts is asked.
 * PostgreSQL knows no REPLACE, and `on conflict do update` is an update.
 */
export async function up(db: Kysely<any>) {
  if (ddl(db).isPostgres) return;
  await sql`
    create trigger events_are_never_replaced before insert on events
    when exists (
      select 1 from events
      where id = new.id or hash = new.hash or previous_hash = new.previous_hash
    )
    begin
      select raise(abort, 'events are append-only');
    end
  `.execute(db);
  await sql`
    create trigger call_definitions_are_never_replaced before insert on call_definitions
    when exists (
      select 1 from call_definitions
      where id = new.id or (call_id = new.call_id and version = new.version)
    )
    begin
      select raise(abort, 'a definition is never changed: add a version');
    end
  `.execute(db);
}
