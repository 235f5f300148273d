import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** The secret that a person's app makes codes of, sealed; the step of the last code that was taken; and codes for the day the app is lost. */
export async function up(db: Kysely<any>) {
  const { end } = ddl(db);
  await sql`
    create table staff_second_steps (
      staff_id text primary key not null references staff (id) on delete cascade,
      sealed text not null,
      set_up_at text not null,
      last_step integer not null
    )${end}
  `.execute(db);
  await sql`
    create table staff_recovery_codes (
      staff_id text not null references staff (id) on delete cascade,
      code_hash text not null,
      used_at text,
      primary key (staff_id, code_hash)
    )${end}
  `.execute(db);
  await sql`alter table staff_sessions add column second_step_at text`.execute(
    db,
  );
}
