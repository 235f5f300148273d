import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/**
 * A group of the team has a name and its members. A response is with a person, with
 * a group or with nobody. One that ended keeps its row: what was done stays told.
 */
export async function up(db: Kysely<any>) {
  const { id, end } = ddl(db);
  await sql`
    create table staff_groups (
      id ${id},
      name text not null,
      name_key text not null,
      row_version integer not null default 1,
      made_at text not null,
      ended_at text
    )${end}
  `.execute(db);
  await sql`
    create unique index staff_groups_by_name on staff_groups (name_key)
    where ended_at is null
  `.execute(db);
  await sql`
    create table staff_group_members (
      group_id integer not null references staff_groups (id),
      staff_id text not null references staff (id),
      primary key (group_id, staff_id)
    )${end}
  `.execute(db);
  await sql`
    create index staff_group_members_by_person on staff_group_members (staff_id, group_id)
  `.execute(db);
  await sql`
    alter table responses add column group_id integer references staff_groups (id)
  `.execute(db);
  await sql`
    create index responses_by_group
    on responses (group_id, assignee_id, awaits_triage, received_at, id)
  `.execute(db);
  await sql`
    alter table bulk_items add column group_id integer references staff_groups (id)
  `.execute(db);
  await sql`
    create index bulk_items_by_group on bulk_items (group_id)
    where group_id is not null
  `.execute(db);
}
