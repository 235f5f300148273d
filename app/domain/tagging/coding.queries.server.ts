import type { Db } from "#app/db/schema.ts";

/** Whether a passage of a response was tagged, also one that was taken back since, or the whole carries a tag. */
export async function selectWhetherCoded(
  db: Db,
  responseId: number,
): Promise<boolean> {
  const passage = await db
    .selectFrom("passages")
    .select("id")
    .where("response_id", "=", responseId)
    .limit(1)
    .executeTakeFirst();
  if (passage) return true;
  const tag = await db
    .selectFrom("response_tags")
    .select("tag_id")
    .where("response_id", "=", responseId)
    .limit(1)
    .executeTakeFirst();
  return tag !== undefined;
}
