import type { Db } from "#app/db/schema.ts";

/** So many are offered before all others. */
const tagsOffered = 5;
/** One person tags many passages alike: so many of their taggings are looked at. */
const taggingsLookedAt = 100;

/** The tags in use that somebody gave last, to a response or a passage, the last first and each once. */
export async function selectLastUsedTagIds(
  db: Db,
  staffId: string,
): Promise<number[]> {
  const given = [
    ...(await selectLastGiven(db, "response_tags", staffId)),
    ...(await selectLastGiven(db, "passages", staffId)),
  ].sort((one, other) => (one.taggedAt < other.taggedAt ? 1 : -1));
  return [...new Set(given.map(({ tagId }) => tagId))].slice(0, tagsOffered);
}

function selectLastGiven(
  db: Db,
  table: "response_tags" | "passages",
  staffId: string,
) {
  return db
    .selectFrom(table)
    .innerJoin("tags", "tags.id", `${table}.tag_id`)
    .select([`${table}.tag_id as tagId`, `${table}.tagged_at as taggedAt`])
    .where(`${table}.tagged_by`, "=", staffId)
    .where("tags.retired_at", "is", null)
    .orderBy(`${table}.tagged_at`, "desc")
    .limit(taggingsLookedAt)
    .execute();
}
