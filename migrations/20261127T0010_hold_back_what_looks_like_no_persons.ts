import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** What came in and is shown to nobody of the team until somebody who leads it has let it in; the row stays when they have. */
export async function up(db: Kysely<any>) {
  const { end } = ddl(db);
  await sql`
    create table held_back (
      response_id integer not null primary key
        references responses (id) on delete cascade,
      reasons text not null,
      held_at text not null,
      standing text not null
        check (standing in ('waiting', 'let-in', 'kept-out')),
      decided_by text references staff (id),
      decided_at text,
      check ((standing = 'waiting') = (decided_by is null)),
      check ((decided_by is null) = (decided_at is null))
    )${end}
  `.execute(db);
  await sql`
    create index held_back_by_standing on held_back (standing, held_at)
  `.execute(db);
}
