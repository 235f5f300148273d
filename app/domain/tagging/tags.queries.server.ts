import { sql } from "kysely";
import type { Db, NewRow, Trx } from "#app/db/schema.ts";
import { responsesListedFor } from "../responses/visible-responses.queries.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import { withTagTree } from "./tag-tree.queries.server.ts";

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
      | "name"
      | "name_key"
      | "definition"
      | "include_note"
      | "exclude_note"
      | "tint"
      | "guid"
      | "parent_id"
      | "defined_anew_at"
      | "retired_at"
      | "row_version"
    >
  >,
): Promise<void> {
  await trx.updateTable("tags").set(columns).where("id", "=", tagId).execute();
}

export type TagCounts = {
  responses: number;
  passages: number;
  ownResponses: number;
  ownPassages: number;
};

/** Passages and whole responses that have a tag, of what this viewer sees. */
function taggedItems(db: Db, viewer: Viewer) {
  const visible = responsesListedFor(db, viewer)
    .where("responses.state", "<>", "withdrawn")
    .select("responses.id");
  return db
    .selectFrom("passages")
    .select(["tag_id", "response_id", sql<number>`1`.as("passage")])
    .where("taken_back_at", "is", null)
    .where("response_id", "in", visible)
    .unionAll(
      db
        .selectFrom("response_tags")
        .select(["tag_id", "response_id", sql<number>`0`.as("passage")])
        .where("response_id", "in", visible),
    );
}

/**
 * How many responses that the viewer sees, and passages in them, have a tag or a
 * part of it, by the tag's id: each response once, however much of it is tagged.
 */
export async function countByTag(
  db: Db,
  viewer: Viewer,
): Promise<Map<number, TagCounts>> {
  const isOwn = sql`tree.tag_id = tree.top_id`;
  const rows = await withTagTree(db)
    .with("items", () => taggedItems(db, viewer))
    .selectFrom("tree")
    .innerJoin("items", "items.tag_id", "tree.tag_id")
    .select([
      "tree.top_id as tagId",
      sql<number>`count(distinct items.response_id)`.as("responses"),
      sql<number>`sum(items.passage)`.as("passages"),
      sql<number>`count(distinct case when ${isOwn}
        then items.response_id end)`.as("ownResponses"),
      sql<number>`sum(case when ${isOwn} then items.passage else 0 end)`.as(
        "ownPassages",
      ),
    ])
    .groupBy("tree.top_id")
    .execute();
  return new Map(rows.map((row) => [row.tagId, inNumbers(row)]));
}

/** PostgreSQL's sums are bigints and come as text. */
function inNumbers(row: TagCounts): TagCounts {
  return {
    responses: Number(row.responses),
    passages: Number(row.passages),
    ownResponses: Number(row.ownResponses),
    ownPassages: Number(row.ownPassages),
  };
}

/** Whether anything is tagged with it. */
export async function selectWhetherUsed(
  db: Db,
  tagId: number,
): Promise<boolean> {
  const passage = await db
    .selectFrom("passages")
    .select("id")
    .where("tag_id", "=", tagId)
    .limit(1)
    .executeTakeFirst();
  if (passage) return true;
  const whole = await db
    .selectFrom("response_tags")
    .select("tag_id")
    .where("tag_id", "=", tagId)
    .limit(1)
    .executeTakeFirst();
  return whole !== undefined;
}
