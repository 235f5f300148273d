import { countOf } from "#app/db/counts.ts";
import type { Db, NewRow, Trx } from "#app/db/schema.ts";
import { responsesVisibleTo } from "../responses/visible-responses.queries.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";

const tagColumns = [
  "tags.id as tagId",
  "tags.name",
  "tags.definition",
  "tags.parent_id as parentId",
  "tags.retired_at as retiredAt",
  "tags.row_version as rowVersion",
  "tags.include_note as includeNote",
  "tags.exclude_note as excludeNote",
  "tags.tint",
  "tags.guid",
  "tags.defined_anew_at as definedAnewAt",
  "tags.created_at as createdAt",
] as const;

/** Every tag, retired or not. */
export async function selectTags(db: Db) {
  return db.selectFrom("tags").select(tagColumns).execute();
}

export async function selectTagsByIds(db: Db, tagIds: number[]) {
  if (tagIds.length === 0) return [];
  return db
    .selectFrom("tags")
    .select(tagColumns)
    .where("tags.id", "in", tagIds)
    .execute();
}

export async function selectUnretiredTags(db: Db) {
  return db
    .selectFrom("tags")
    .select(tagColumns)
    .where("tags.retired_at", "is", null)
    .execute();
}

export async function selectTagWithParent(db: Db, tagId: number) {
  return db
    .selectFrom("tags")
    .leftJoin("tags as parents", "parents.id", "tags.parent_id")
    .select([...tagColumns, "parents.name as parentName"])
    .where("tags.id", "=", tagId)
    .executeTakeFirst();
}

/** The one tag in use whose name is compared as this. */
export async function selectTagInUseByKey(
  db: Db,
  nameKey: string,
): Promise<{ tagId: number } | undefined> {
  return db
    .selectFrom("tags")
    .select("id as tagId")
    .where("name_key", "=", nameKey)
    .where("retired_at", "is", null)
    .executeTakeFirst();
}

export async function insertTag(
  trx: Trx,
  row: Omit<NewRow<"tags">, "retired_at">,
): Promise<{ id: number }> {
  return trx
    .insertInto("tags")
    .values({ ...row, retired_at: null })
    .returning("id")
    .executeTakeFirstOrThrow();
}

export async function updateTag(
  trx: Trx,
  tagId: number,
  columns: Partial<
    Pick<
      NewRow<"tags">,
      "name" | "name_key" | "definition" | "retired_at" | "row_version"
    >
  >,
): Promise<void> {
  await trx.updateTable("tags").set(columns).where("id", "=", tagId).execute();
}

/** How many of the responses that the viewer sees carry a tag, by the tag's id. */
export async function countResponsesByTag(
  db: Db,
  viewer: Viewer,
): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom("response_tags")
    .where(
      "response_id",
      "in",
      responsesVisibleTo(db, viewer).select("responses.id"),
    )
    .select((eb) => ["tag_id", eb.fn.countAll().as("count")])
    .groupBy("tag_id")
    .execute();
  return new Map(rows.map((row) => [row.tag_id, countOf(row)]));
}

/** How many passages of the responses that the viewer sees have a tag, by the tag's id. */
export async function countPassagesByTag(
  db: Db,
  viewer: Viewer,
): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom("passages")
    .where("taken_back_at", "is", null)
    .where(
      "response_id",
      "in",
      responsesVisibleTo(db, viewer).select("responses.id"),
    )
    .select((eb) => ["tag_id", eb.fn.countAll().as("count")])
    .groupBy("tag_id")
    .execute();
  return new Map(rows.map((row) => [row.tag_id, countOf(row)]));
}
