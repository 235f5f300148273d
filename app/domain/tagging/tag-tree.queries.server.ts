import type { Db } from "#app/db/schema.ts";

/** With `tree`: every tag as `top_id`, with itself and each of its parts, and their parts, as `tag_id`. */
export function withTagTree(db: Db) {
  return db.withRecursive("tree(top_id, tag_id)", (cte) =>
    cte
      .selectFrom("tags")
      .select(["tags.id as top_id", "tags.id as tag_id"])
      .union(
        cte
          .selectFrom("tree")
          .innerJoin("tags", "tags.parent_id", "tree.tag_id")
          .select(["tree.top_id", "tags.id as tag_id"]),
      ),
  );
}
