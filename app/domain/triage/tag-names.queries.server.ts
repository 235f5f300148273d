import type { Db } from "#app/db/schema.ts";

/** The names on responses, by name. */
export async function selectTagNamesOf(db: Db, responseIds: number[]) {
  return db
    .selectFrom("response_tags")
    .innerJoin("tags", "tags.id", "response_tags.tag_id")
    .select(["response_tags.response_id as responseId", "tags.name"])
    .where("response_tags.response_id", "in", responseIds)
    .orderBy("tags.name_key")
    .execute();
}

export async function selectTagNamesInUse(
  db: Db,
): Promise<{ tagId: number; name: string }[]> {
  return db
    .selectFrom("tags")
    .select(["id as tagId", "name"])
    .where("retired_at", "is", null)
    .orderBy("name_key")
    .execute();
}

/** Of every tag, retired or not. */
export async function selectTagNames(
  db: Db,
): Promise<{ tagId: number; name: string }[]> {
  return db.selectFrom("tags").select(["id as tagId", "name"]).execute();
}
