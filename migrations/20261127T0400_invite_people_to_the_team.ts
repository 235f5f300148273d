import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** Who was asked to join the team, by whom, as what and until when; of the code that lets them in, its keyed hash. */
export async function up(db: Kysely<any>) {
  const { end } = ddl(db);
  await sql`
    create table staff_invitations (
      id text primary key not null,
      email text not null,
      role text not null check (role in ('admin', 'lead', 'reviewer')),
      code_hash text not null unique,
      invited_by text not null references staff (id),
      invited_at text not null,
      expires_at text not null,
      withdrawn_at text,
      used_at text,
      used_by text references staff (id),
      check ((used_at is null) = (used_by is null)),
      check (used_at is null or withdrawn_at is null)
    )${end}
  `.execute(db);
  // Of one address at most one invitation can be used.
  await sql`
    create unique index staff_invitations_open on staff_invitations (email)
    where used_at is null and withdrawn_at is null
  `.execute(db);
}
