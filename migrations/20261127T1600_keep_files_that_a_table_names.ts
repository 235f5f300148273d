import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** What a ZIP brought beside a table waits with its rows, for the rows that name it. */
export async function up(db: Kysely<any>) {
  const { id, end } = ddl(db);
  await sql`
    create table import_enclosures (
      id ${id},
      import_file_id integer not null
        references import_files (id) on delete cascade,
      path text not null,
      path_key text not null,
      byte_size integer not null,
      sha256 text not null,
      findings text not null check (json_valid(findings)),
      unique (import_file_id, path_key)
    )${end}
  `.execute(db);
  await sql`
    create table import_enclosure_pieces (
      enclosure_id integer not null
        references import_enclosures (id) on delete cascade,
      number integer not null,
      content text not null,
      primary key (enclosure_id, number)
    )${end}
  `.execute(db);
}
