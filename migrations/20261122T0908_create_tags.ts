import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

export async function up(db: Kysely<any>) {
  const { id, end } = ddl(db);
  await sql`
    create table tags (
      id ${id},
      name text not null,
      name_key text not null,
      definition text not null,
      parent_id integer references tags (id),
      created_by text references staff (id),
      created_at text not null,
      retired_at text,
      row_version integer not null default 1
    )${end}
  `.execute(db);
  await sql`
    create unique index tags_one_of_a_name on tags (name_key) where retired_at is null
  `.execute(db);
  await sql`
    create table response_tags (
      response_id integer not null references responses (id) on delete cascade,
      tag_id integer not null references tags (id),
      tagged_by text not null references staff (id),
      tagged_at text not null,
      primary key (response_id, tag_id)
    )${end}
  `.execute(db);
  await sql`
    create index response_tags_by_tag on response_tags (tag_id, response_id)
  `.execute(db);
  await sql`
    create table passages (
      id ${id},
      public_id text not null unique,
      response_id integer not null references responses (id) on delete cascade,
      answer_id integer references answers (id) on delete cascade,
      attachment_id integer references attachments (id) on delete cascade,
      tag_id integer not null references tags (id),
      start_offset integer not null check (start_offset >= 0),
      end_offset integer not null,
      quote text not null,
      memo text not null default '',
      tagged_by text not null references staff (id),
      tagged_at text not null,
      check (end_offset > start_offset),
      check ((answer_id is null) <> (attachment_id is null))
    )${end}
  `.execute(db);
  await sql`
    create index passages_by_response on passages (response_id, id)
  `.execute(db);
  await sql`
    create index passages_by_tag on passages (tag_id, response_id)
  `.execute(db);
}
