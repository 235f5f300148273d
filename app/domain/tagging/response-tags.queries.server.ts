import type { Db } from "#app/db/schema.ts";

export function selectTagsOfResponse(db: Db, responseId: number) {
  return db
    .selectFrom("response_tags")
    .innerJoin("tags", "tags.id", "response_tags.tag_id")
    .innerJoin("staff", "staff.id", "response_tags.tagged_by")
    .select([
      "tags.id as tagId",
      "tags.name",
      "tags.retired_at as retiredAt",
      "staff.name as taggedBy",
      "response_tags.tagged_at as taggedAt",
    ])
    .where("response_tags.response_id", "=", responseId)
    .orderBy("tags.name_key");
}
