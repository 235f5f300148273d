import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<any>) {
  await sql`
    alter table staff_sessions add column seen_at text not null default '1970-01-01T00:00:00.000Z'
  `.execute(db);
  await sql`
    create trigger staff_sessions_end_when_disabled
    after update of disabled_at on staff
    when new.disabled_at is not null
    begin
      delete from staff_sessions where "userId" = new.id;
    end
  `.execute(db);
}
