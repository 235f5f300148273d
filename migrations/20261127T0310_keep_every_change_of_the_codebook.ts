import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** What was done to tags, with what stood before, so that it can be told and undone. */
export async function up(db: Kysely<any>) {
  const { id, end } = ddl(db);
  await sql`
    create table codebook_changes (
      id ${id},
      kind text not null check (kind in ('defined', 'redefined', 'moved',
        'merged', 'split', 'recoded', 'retired', 'unretired', 'imported',
        'undone')),
      made_by text not null references staff (id),
      made_at text not null,
      details text not null,
      undone_by text references staff (id),
      undone_at text,
      check ((undone_by is null) = (undone_at is null))
    )${end}
  `.execute(db);
  await sql`
    create table codebook_change_tags (
      tag_id integer not null references tags (id) on delete cascade,
      change_id integer not null
        references codebook_changes (id) on delete cascade,
      primary key (tag_id, change_id)
    )${end}
  `.execute(db);
  await sql`
    create index codebook_change_tags_by_change
      on codebook_change_tags (change_id)
  `.execute(db);
  await sql`
    create table codebook_moves (
      id ${id},
      change_id integer not null
        references codebook_changes (id) on delete cascade,
      response_id integer not null
        references responses (id) on delete cascade,
      passage text not null,
      from_tag_id integer not null references tags (id),
      to_tag_id integer not null references tags (id),
      former text
    )${end}
  `.execute(db);
  await sql`
    create index codebook_moves_by_change on codebook_moves (change_id, id)
  `.execute(db);
  await sql`
    create index codebook_moves_by_response on codebook_moves (response_id)
  `.execute(db);
  await sql`
    create table codebook_rechecks (
      tag_id integer not null references tags (id) on delete cascade,
      response_id integer not null
        references responses (id) on delete cascade,
      passage text not null,
      checked_by text not null references staff (id),
      checked_at text not null,
      primary key (tag_id, response_id, passage)
    )${end}
  `.execute(db);
  await sql`
    create index codebook_rechecks_by_response
      on codebook_rechecks (response_id)
  `.execute(db);
}
