import { z } from "zod";
import {
  keepQueries,
  keepQuery,
  type Places,
  placesOf,
} from "#app/db/kept-queries.server.ts";
import type { Db } from "#app/db/schema.ts";

const tagNamesOf = keepQueries(
  (db, ids: Places<Record<number, number>>, count: number) =>
    db
      .selectFrom("response_tags")
      .innerJoin("tags", "tags.id", "response_tags.tag_id")
      .select(["response_tags.response_id as responseId", "tags.name"])
      .where("response_tags.response_id", "in", placesOf(ids, count))
      .orderBy("tags.name_key"),
);

/** The names on responses, at most a page of them, by name. */
export async function selectTagNamesOf(
  db: Db,
  responseIds: number[],
): Promise<{ responseId: number; name: string }[]> {
  return tagNamesOf(db, responseIds.length, responseIds);
}

/** Of every tag, retired or not. */
export async function selectTagNames(
  db: Db,
): Promise<{ tagId: number; name: string }[]> {
  return db.selectFrom("tags").select(["id as tagId", "name"]).execute();
}

const tagTree = keepQuery((db) =>
  db
    .selectFrom("tags")
    .select(["id as tagId", "name", "parent_id as parentId", "retired_at"])
    .orderBy("name_key"),
);

/** Every tag, retired or not, with the one that it stands under. */
export async function selectTagTree(db: Db): Promise<
  {
    tagId: number;
    name: string;
    parentId: number | null;
    isRetired: boolean;
  }[]
> {
  const rows = await tagTree(db, {});
  return rows.map(({ retired_at, ...tag }) => ({
    ...tag,
    isRetired: retired_at !== null,
  }));
}

/** Which tag each became, of those that were merged into another and are so still. */
export async function selectMerges(db: Db): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom("codebook_changes")
    .select("details")
    .where("kind", "=", "merged")
    .where("undone_at", "is", null)
    .orderBy("id")
    .execute();
  return new Map(
    rows.flatMap(({ details }) => {
      const { fromTagId, toTagId } = mergeSchema.parse(JSON.parse(details));
      return [[fromTagId, toTagId] as const];
    }),
  );
}

const mergeSchema = z.object({ fromTagId: z.number(), toTagId: z.number() });
