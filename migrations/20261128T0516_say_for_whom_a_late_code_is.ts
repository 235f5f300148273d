import { type Kysely, sql } from "kysely";

/** A word of the team's, so that it knows later which code went to whom; the code itself is nowhere. */
export async function up(db: Kysely<any>) {
  await sql`
    alter table late_codes add column note text check (length(note) between 1 and 200)
  `.execute(db);
}
