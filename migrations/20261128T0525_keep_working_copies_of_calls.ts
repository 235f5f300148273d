import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/**
 * What a lead changes of a call's words, pages and questions before the public
 * sees it: one working copy a call, made with its first change and gone when it is published.
 */
export async function up(db: Kysely<any>) {
  const { id, end } = ddl(db);
  await sql`
    create table definition_drafts (
      id ${id},
      call_id integer not null unique references calls (id),
      based_on_definition_id integer not null references call_definitions (id),
      row_version integer not null default 0,
      created_at text not null,
      created_by_id text not null references staff (id)
    )${end}
  `.execute(db);
  await sql`
    create table definition_draft_parts (
      draft_id integer not null references definition_drafts (id),
      kind text not null check (kind in ('about', 'page', 'condition', 'section', 'equality')),
      key text not null,
      position integer not null,
      body text not null,
      row_version integer not null default 0,
      changed_at text,
      changed_by_id text references staff (id),
      primary key (draft_id, kind, key)
    )${end}
  `.execute(db);
}
