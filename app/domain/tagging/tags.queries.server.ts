import type { Db } from "#app/db/schema.ts";
import { responsesVisibleTo } from "../responses/visible-responses.queries.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";

const tagColumns = [
  "tags.id as tagId",
  "tags.name",
  "tags.definition",
  "tags.parent_id as parentId",
  "tags.retired_at as retiredAt",
  "tags.row_version as rowVersion",
] as const;

export function selectTags(db: Db) {
  return db.selectFrom("tags").select(tagColumns);
}

export function selectTagWithParent(db: Db, tagId: number) {
  return db
    .selectFrom("tags")
    .leftJoin("tags as parents", "parents.id", "tags.parent_id")
    .select([...tagColumns, "parents.name as parentName"])
    .where("tags.id", "=", tagId);
}

export function selectTagsInUseByKey(db: Db, nameKey: string) {
  return selectTags(db)
    .where("tags.name_key", "=", nameKey)
    .where("tags.retired_at", "is", null);
}

export function countResponsesByTag(db: Db, viewer: Viewer) {
  return db
    .selectFrom("response_tags")
    .where(
      "response_id",
      "in",
      responsesVisibleTo(db, viewer).select("responses.id"),
    )
    .select((eb) => ["tag_id as tagId", eb.fn.countAll<number>().as("count")])
    .groupBy("tag_id");
}

export function countPassagesByTag(db: Db, viewer: Viewer) {
  return db
    .selectFrom("passages")
    .where(
      "response_id",
      "in",
      responsesVisibleTo(db, viewer).select("responses.id"),
    )
    .select((eb) => ["tag_id as tagId", eb.fn.countAll<number>().as("count")])
    .groupBy("tag_id");
}
