import { type Kysely, sql } from "kysely";

/** Word documents and OpenDocument texts have copies from now on; those that were sent before get their jobs. */
export async function up(db: Kysely<any>) {
  await sql`
    insert into jobs (kind, payload, run_after, created_at)
    select 'attachment.copy', '{"attachmentId":' || attachments.id || '}', made_at, made_at
    from attachment_copies join attachments on attachments.id = attachment_id
    where state = 'not-available' and reason = 'kind' and attachments.media_type in (
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.oasis.opendocument.text'
    )
    order by attachments.id
  `.execute(db);
}
