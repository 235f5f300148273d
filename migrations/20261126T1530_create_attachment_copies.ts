import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** A copy of each sent file that others may see, or why there is none; files that were sent before get their jobs. */
export async function up(db: Kysely<any>) {
  const { end } = ddl(db);
  await sql`
    create table attachment_copies (
      attachment_id integer not null primary key references attachments (id) on delete cascade,
      state text not null check (state in ('made', 'not-needed', 'failed', 'not-available')),
      reason text,
      public_id text unique,
      media_type text,
      byte_size integer check (byte_size > 0),
      sha256 text check (length(sha256) = 64),
      made_at text not null,
      check ((state = 'made') = (public_id is not null and media_type is not null and byte_size is not null and sha256 is not null))
    )${end}
  `.execute(db);
  await sql`
    insert into jobs (kind, payload, run_after, created_at)
    select 'attachment.copy', '{"attachmentId":' || id || '}', stored_at, stored_at
    from attachments where response_id is not null order by id
  `.execute(db);
}
