import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/**
 * The pages that a review writes of itself: one row a page, with the working
 * copy that only the team sees; what was published is kept, version by version.
 */
export async function up(db: Kysely<any>) {
  const { id, end, refusal } = ddl(db);
  await sql`
    create table own_pages (
      id ${id},
      slug text not null unique check (length(slug) between 1 and 60),
      kind text not null check (kind in ('about', 'who', 'timetable', 'help', 'faqs', 'privacy', 'accessibility', 'free')),
      published_version integer check (published_version >= 1),
      draft text,
      drafted_at text,
      drafted_by_id text references staff (id),
      row_version integer not null default 0,
      created_at text not null,
      created_by_id text not null references staff (id)
    )${end}
  `.execute(db);
  await sql`
    create table own_page_versions (
      page_id integer not null references own_pages (id),
      version integer not null check (version >= 1),
      title text not null,
      body text not null,
      published_at text not null,
      published_by_id text not null references staff (id),
      primary key (page_id, version)
    )${end}
  `.execute(db);
  await refusal(
    "own_page_versions_are_frozen",
    "before update on own_page_versions",
    "a version of a page is never changed: publish another",
  ).execute(db);
}
