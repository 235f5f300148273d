import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

export async function up(db: Kysely<any>) {
  await sql`
    alter table staff_sessions add column seen_at text not null default '1970-01-01T00:00:00.000Z'
  `.execute(db);
  if (ddl(db).isPostgres) return createTrigger(db);
  await sql`
    create trigger staff_sessions_end_when_disabled
    after update of disabled_at on staff
    when new.disabled_at is not null
    begin
      delete from staff_sessions where "userId" = new.id;
    end
  `.execute(db);
}

async function createTrigger(db: Kysely<any>) {
  await sql`
    create function end_sessions() returns trigger language plpgsql as $$
    begin
      delete from staff_sessions where "userId" = new.id;
      return new;
    end $$
  `.execute(db);
  await sql`
    create trigger staff_sessions_end_when_disabled
    after update of disabled_at on staff
    for each row when (new.disabled_at is not null)
    execute function end_sessions()
  `.execute(db);
}
