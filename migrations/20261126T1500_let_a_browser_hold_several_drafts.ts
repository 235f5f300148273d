import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

export async function up(db: Kysely<any>) {
  const { end } = ddl(db);
  await sql`
    create table draft_holders (
      draft_id integer not null references drafts (id) on delete cascade,
      holder_hash text not null,
      primary key (holder_hash, draft_id)
    )${end}
  `.execute(db);
  await sql`
    create index draft_holders_by_draft on draft_holders (draft_id)
  `.execute(db);
  await sql`
    insert into draft_holders (draft_id, holder_hash)
      select id, holder_hash from drafts where holder_hash not like 'nobody:%'
  `.execute(db);
  await sql`drop index drafts_one_unsent_for_each_holder_and_call`.execute(db);
  await sql`drop index drafts_by_holder`.execute(db);
  await sql`alter table drafts drop column holder_hash`.execute(db);
  await sql`alter table drafts add column begun_by text`.execute(db);
  await sql`
    create unique index drafts_begun_once on drafts (begun_by)
  `.execute(db);
}
