import { type Kysely, sql } from "kysely";

/** What was taken back is kept closed; the words of passages in it are gone. */
export async function up(db: Kysely<any>) {
  for (const table of ["answers", "attachments", "passages"])
    await sql`
      alter table ${sql.table(table)} add column taken_back_at text
    `.execute(db);
}
