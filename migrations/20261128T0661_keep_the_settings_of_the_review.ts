import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** What the review has said of itself on a screen: each saving is a row, and the last one counts. */
export async function up(db: Kysely<any>) {
  const { end, refusal } = ddl(db);
  await sql`
    create table portal_settings (
      version integer not null primary key check (version >= 1),
      body text not null,
      saved_at text not null,
      saved_by_id text not null references staff (id)
    )${end}
  `.execute(db);
  await refusal(
    "portal_settings_are_frozen",
    "before update on portal_settings",
    "settings that were saved are never changed: save others",
  ).execute(db);
}
