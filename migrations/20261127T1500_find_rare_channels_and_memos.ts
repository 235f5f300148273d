import { type Kysely, sql } from "kysely";

/** A search for a channel or for memos begins with those, where they are few. */
export async function up(db: Kysely<any>) {
  await db.schema
    .createIndex("responses_by_channel")
    .on("responses")
    .columns(["channel", "id"])
    .execute();
  await db.schema
    .createIndex("passages_with_memo")
    .on("passages")
    .column("response_id")
    .where(sql<boolean>`memo <> ''`)
    .execute();
}
