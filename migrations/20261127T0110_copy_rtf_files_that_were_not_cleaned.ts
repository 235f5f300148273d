import { type Kysely, sql } from "kysely";

/** RTF files have copies from now on; those that were sent before get their jobs. */
export async function up(db: Kysely<any>) {
  await sql`
    insert into jobs (kind, payload, run_after, created_at)
    select 'attachment.copy', '{"attachmentId":' || attachments.id || '}', made_at, made_at
    from attachment_copies join attachments on attachments.id = attachment_id
    where state = 'not-available' and reason = 'kind' and attachments.media_type = 'application/rtf'
    order by attachments.id
  `.execute(db);
}
