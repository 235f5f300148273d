import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

export async function up(db: Kysely<any>) {
  const { id, end } = ddl(db);
  await sql`
    create table attachments (
      id ${id},
      public_id text not null unique,
      draft_id integer references drafts (id),
      response_id integer references responses (id),
      question_id text not null,
      original_name text not null,
      media_type text not null,
      byte_size integer not null check (byte_size > 0),
      sha256 text not null check (length(sha256) = 64),
      flags text not null default '[]' check (json_valid(flags)),
      scan_state text not null default 'waiting' check (scan_state in ('waiting', 'clean', 'infected', 'not-scanned')),
      scan_detail text,
      extraction_state text not null default 'waiting' check (extraction_state in ('waiting', 'done', 'no-text', 'failed')),
      stored_at text not null,
      check ((draft_id is null) <> (response_id is null))
    )${end}
  `.execute(db);
  await sql`
    create index attachments_by_draft on attachments (draft_id) where draft_id is not null
  `.execute(db);
  await sql`
    create index attachments_by_response on attachments (response_id) where response_id is not null
  `.execute(db);
  await sql`
    create table attachment_texts (
      attachment_id integer primary key references attachments (id) on delete cascade,
      text text not null,
      is_truncated integer not null check (is_truncated in (0, 1)),
      extracted_at text not null
    )${end}
  `.execute(db);
}
