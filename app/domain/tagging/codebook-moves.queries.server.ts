import type { Db, NewRow, Trx } from "#app/db/schema.ts";
import { responsesListedFor } from "../responses/visible-responses.queries.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";

/** Everything that is tagged with a tag, seen by anybody or not: a tag is merged whole. */
export async function selectTaggedPassages(db: Db, tagId: number) {
  return db
    .selectFrom("passages")
    .select([
      "id",
      "public_id as publicId",
      "response_id as responseId",
      "answer_id as answerId",
      "attachment_id as attachmentId",
      "start_offset as startOffset",
      "end_offset as endOffset",
      "memo",
      "tagged_by as taggedBy",
      "tagged_at as taggedAt",
      "taken_back_at as takenBackAt",
    ])
    .where("tag_id", "=", tagId)
    .orderBy("id")
    .execute();
}

export type TaggedPassage = Awaited<
  ReturnType<typeof selectTaggedPassages>
>[number];

export async function selectTaggedWholes(db: Db, tagId: number) {
  return db
    .selectFrom("response_tags")
    .select([
      "response_id as responseId",
      "tagged_by as taggedBy",
      "tagged_at as taggedAt",
    ])
    .where("tag_id", "=", tagId)
    .orderBy("response_id")
    .execute();
}

export type TaggedWhole = Awaited<
  ReturnType<typeof selectTaggedWholes>
>[number];

export async function insertMoves(
  trx: Trx,
  rows: NewRow<"codebook_moves">[],
): Promise<void> {
  if (rows.length > 0)
    await trx.insertInto("codebook_moves").values(rows).execute();
}

/** What a change moved, so many at a time, in its order. */
export async function selectMoves(
  db: Db,
  of: { changeId: number; after: number; limit: number },
) {
  return db
    .selectFrom("codebook_moves")
    .select([
      "id",
      "response_id as responseId",
      "passage",
      "from_tag_id as fromTagId",
      "to_tag_id as toTagId",
      "former",
    ])
    .where("change_id", "=", of.changeId)
    .where("id", ">", of.after)
    .orderBy("id")
    .limit(of.limit)
    .execute();
}

type Between = { fromTagId: number; toTagId: number };

/** Gives passages another tag, those of them that still have the first. */
export async function retagPassages(
  trx: Trx,
  { publicIds, fromTagId, toTagId }: Between & { publicIds: string[] },
): Promise<number> {
  if (publicIds.length === 0) return 0;
  const { numUpdatedRows } = await trx
    .updateTable("passages")
    .set({ tag_id: toTagId })
    .where("public_id", "in", publicIds)
    .where("tag_id", "=", fromTagId)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** The same of whole responses that have not got the other tag already. */
export async function retagWholes(
  trx: Trx,
  { responseIds, fromTagId, toTagId }: Between & { responseIds: number[] },
): Promise<number> {
  if (responseIds.length === 0) return 0;
  const { numUpdatedRows } = await trx
    .updateTable("response_tags")
    .set({ tag_id: toTagId })
    .where("response_id", "in", responseIds)
    .where("tag_id", "=", fromTagId)
    .where("response_id", "not in", (eb) =>
      eb
        .selectFrom("response_tags as others")
        .select("others.response_id")
        .where("others.tag_id", "=", toTagId)
        .where("others.response_id", "in", responseIds),
    )
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

export async function deletePassages(
  trx: Trx,
  publicIds: string[],
): Promise<void> {
  if (publicIds.length > 0)
    await trx
      .deleteFrom("passages")
      .where("public_id", "in", publicIds)
      .execute();
}

export async function deleteWholes(
  trx: Trx,
  { responseIds, tagId }: { responseIds: number[]; tagId: number },
): Promise<void> {
  if (responseIds.length > 0)
    await trx
      .deleteFrom("response_tags")
      .where("response_id", "in", responseIds)
      .where("tag_id", "=", tagId)
      .execute();
}

export async function updateMemo(
  trx: Trx,
  publicId: string,
  memo: string,
): Promise<void> {
  await trx
    .updateTable("passages")
    .set({ memo })
    .where("public_id", "=", publicId)
    .execute();
}

/** Passages by their public ids, with their words. */
export async function selectPassagesByPublicId(db: Db, publicIds: string[]) {
  if (publicIds.length === 0) return [];
  return db
    .selectFrom("passages")
    .select([
      "public_id as publicId",
      "tag_id as tagId",
      "quote",
      "memo",
      "taken_back_at as takenBackAt",
    ])
    .where("public_id", "in", publicIds)
    .execute();
}

export async function insertPassages(
  trx: Trx,
  rows: NewRow<"passages">[],
): Promise<void> {
  if (rows.length > 0) await trx.insertInto("passages").values(rows).execute();
}

/** A whole response's tag as it was; one that has it is left alone. */
export async function insertWholes(
  trx: Trx,
  rows: NewRow<"response_tags">[],
): Promise<void> {
  if (rows.length === 0) return;
  await trx
    .insertInto("response_tags")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Which of these responses stand in somebody's lists: what is frozen meanwhile does not. */
export async function selectListedOf(
  db: Db,
  viewer: Pick<Viewer, "role">,
  responseIds: number[],
): Promise<number[]> {
  if (responseIds.length === 0) return [];
  const rows = await responsesListedFor(db, viewer)
    .select("responses.id")
    .where("responses.id", "in", responseIds)
    .execute();
  return rows.map(({ id }) => id);
}
