import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** Who of the team is whom at an identity provider: there one is one person's, and a person has one there. */
export async function up(db: Kysely<any>) {
  const { end } = ddl(db);
  await sql`
    create table staff_provider_links (
      issuer text not null,
      subject text not null,
      staff_id text not null references staff (id) on delete cascade,
      linked_at text not null,
      primary key (issuer, subject),
      unique (staff_id, issuer)
    )${end}
  `.execute(db);
}
