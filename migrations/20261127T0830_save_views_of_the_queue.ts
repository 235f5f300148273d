import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** A view is a search with a name and an order: somebody's own, or the team's. */
export async function up(db: Kysely<any>) {
  const { id, end } = ddl(db);
  await sql`
    create table saved_views (
      id ${id},
      owner_id text not null references staff (id),
      name text not null check (name <> ''),
      name_key text not null check (name_key <> ''),
      is_shared integer not null check (is_shared in (0, 1)),
      q text not null check (q <> ''),
      sort text check (sort in ('oldest', 'newest', 'longest', 'shortest', 'waiting', 'recorded')),
      row_version integer not null default 1,
      saved_at text not null,
      changed_at text not null,
      unique (owner_id, name_key)
    )${end}
  `.execute(db);
  await sql`
    create unique index saved_views_shared_names on saved_views (name_key) where is_shared = 1
  `.execute(db);
}
