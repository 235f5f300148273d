import type { Db, NewRow, Trx } from "#app/db/schema.ts";

export async function selectTagsOfResponse(db: Db, responseId: number) {
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
    .orderBy("tags.name_key")
    .execute();
}

export async function insertResponseTags(
  trx: Trx,
  given: {
    responseId: number;
    tagIds: number[];
    taggedBy: string;
    taggedAt: string;
  },
): Promise<void> {
  if (given.tagIds.length === 0) return;
  const rows = given.tagIds.map((tagId) => ({
    response_id: given.responseId,
    tag_id: tagId,
    tagged_by: given.taggedBy,
    tagged_at: given.taggedAt,
  }));
  await trx.insertInto("response_tags").values(rows).execute();
}

export async function deleteResponseTags(
  trx: Trx,
  of: { responseId: number; tagIds: number[] },
): Promise<void> {
  if (of.tagIds.length === 0) return;
  await trx
    .deleteFrom("response_tags")
    .where("response_id", "=", of.responseId)
    .where("tag_id", "in", of.tagIds)
    .execute();
}

/** The tags in use that stand on a response or on a passage of it, by name, each once. */
export async function selectTagNamesOf(
  db: Db,
  responseId: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom("tags")
    .select("name")
    .where("retired_at", "is", null)
    .where((eb) =>
      eb.or([
        eb(
          "id",
          "in",
          eb
            .selectFrom("response_tags")
            .select("tag_id")
            .where("response_id", "=", responseId),
        ),
        eb(
          "id",
          "in",
          eb
            .selectFrom("passages")
            .select("tag_id")
            .where("response_id", "=", responseId)
            .where("taken_back_at", "is", null),
        ),
      ]),
    )
    .orderBy("name_key")
    .execute();
  return rows.map(({ name }) => name);
}

/** Which of some tags stand on which of some responses as a whole. */
export async function selectTaggings(
  db: Db | Trx,
  responseIds: number[],
  tagIds: number[],
) {
  if (responseIds.length === 0 || tagIds.length === 0) return [];
  return db
    .selectFrom("response_tags")
    .select([
      "response_id as responseId",
      "tag_id as tagId",
      "tagged_by as taggedBy",
      "tagged_at as taggedAt",
    ])
    .where("response_id", "in", responseIds)
    .where("tag_id", "in", tagIds)
    .orderBy("tag_id")
    .execute();
}

/** As they had been given. */
export async function insertTaggings(
  trx: Trx,
  rows: NewRow<"response_tags">[],
): Promise<void> {
  if (rows.length > 0)
    await trx.insertInto("response_tags").values(rows).execute();
}
