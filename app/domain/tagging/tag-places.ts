import { idsUnder } from "./tags.ts";

/** How many levels a codebook may have: deeper, nobody finds anything. */
export const maxTagLevels = 8;

type Placed = { tagId: number; parentId: number | null };

export type PlaceProblem = "under-itself" | "too-deep";

/** What stands against putting a tag, with its parts, under another; undefined for nothing. */
export function placeProblem(
  tags: readonly Placed[],
  tagId: number | undefined,
  parentId: number | null,
): PlaceProblem | undefined {
  if (parentId === null) return undefined;
  if (tagId !== undefined && idsUnder(tags, tagId).includes(parentId))
    return "under-itself";
  const below = tagId === undefined ? 1 : levelsUnder(tags, tagId);
  return levelOf(tags, parentId) + below > maxTagLevels
    ? "too-deep"
    : undefined;
}

/** On which level a tag stands, from 1. A ring that somebody wrote past every rule ends the walk. */
export function levelOf(tags: readonly Placed[], tagId: number): number {
  const parents = new Map(tags.map((tag) => [tag.tagId, tag.parentId]));
  let level = 1;
  for (
    let next = parents.get(tagId) ?? null;
    next !== null && level <= tags.length;
    next = parents.get(next) ?? null
  )
    level += 1;
  return level;
}

function levelsUnder(tags: readonly Placed[], tagId: number): number {
  let levels = 0;
  let row = [tagId];
  while (row.length > 0 && levels <= tags.length) {
    levels += 1;
    const above = new Set(row);
    row = tags
      .filter(({ parentId }) => parentId !== null && above.has(parentId))
      .map((tag) => tag.tagId);
  }
  return levels;
}
