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

/**
 * What tags were before: which tag each became, of those that were merged into
 * another and are so still; and the names that each had.
 */
export async function selectTagsBefore(db: Db): Promise<{
  became: Map<number, number>;
  formerNames: Map<number, string[]>;
}> {
  const rows = await db
    .selectFrom("codebook_changes")
    .select(["kind", "details", "undone_at"])
    .where("kind", "in", ["merged", "redefined"])
    .orderBy("id")
    .execute();
  const became = new Map<number, number>();
  const formerNames = new Map<number, string[]>();
  for (const { kind, details, undone_at } of rows) {
    const read: unknown = JSON.parse(details);
    if (kind === "merged" && undone_at === null) {
      const { fromTagId, toTagId } = mergeSchema.parse(read);
      became.set(fromTagId, toTagId);
    }
    if (kind === "redefined")
      for (const { tagId, before } of namingSchema.parse(read).tags)
        if (before.name !== undefined)
          formerNames.set(tagId, [
            ...(formerNames.get(tagId) ?? []),
            before.name,
          ]);
  }
  return { became, formerNames };
}

const mergeSchema = z.object({ fromTagId: z.number(), toTagId: z.number() });
const namingSchema = z.object({
  tags: z.array(
    z.object({
      tagId: z.number(),
      before: z.object({ name: z.string().optional() }),
    }),
  ),
});
