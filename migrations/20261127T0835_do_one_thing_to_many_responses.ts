import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** One thing that is done to many responses: what it was previewed on, and what came of each. */
export async function up(db: Kysely<any>) {
  const { id, end } = ddl(db);
  await sql`
    create table bulk_actions (
      id ${id},
      made_by text not null references staff (id),
      kind text not null check (kind in ('add-tags', 'remove-tags', 'assign', 'decide')),
      standing text not null check (standing in ('gathering', 'previewed', 'doing', 'cancelled', 'done', 'undoing', 'undone')),
      search text not null,
      details text not null check (json_valid(details)),
      made_at text not null,
      started_at text,
      ended_at text
    )${end}
  `.execute(db);
  await sql`
    create table bulk_items (
      action_id integer not null references bulk_actions (id) on delete cascade,
      response_id integer not null references responses (id) on delete cascade,
      row_version integer not null,
      assignee_id text references staff (id),
      outcome text check (outcome in ('done', 'same', 'claimed', 'frozen', 'withdrawn', 'not-allowed', 'changed', 'gone', 'no-tag', 'person-left')),
      before_it text check (json_valid(before_it)),
      undone text check (undone in ('undone', 'changed', 'frozen', 'withdrawn', 'gone', 'no-tag', 'person-left')),
      primary key (action_id, response_id)
    )${end}
  `.execute(db);
  await sql`
    create index bulk_items_by_response on bulk_items (response_id)
  `.execute(db);
  await sql`
    create index bulk_items_by_outcome on bulk_items (action_id, outcome, response_id)
  `.execute(db);
}
