import type { ChosenTag } from "./response-tags-form.tsx";

/** The tags to start with: those that are saved, with what was ticked or unticked and not saved. */
export function tagsToShow(screen: {
  kept?:
    | { tags?: { tagIds: string[]; seenTagIds: string[] } | undefined }
    | undefined;
  responseTags: ChosenTag[];
  tags: { tagId: number; name: string }[];
}): ChosenTag[] {
  const { kept, responseTags, tags } = screen;
  if (!kept?.tags) return responseTags;
  const ticked = new Set(kept.tags.tagIds.map(Number));
  const seen = new Set(kept.tags.seenTagIds.map(Number));
  const stands = (tagId: number) => ticked.has(tagId) || !seen.has(tagId);
  const saved = responseTags.filter(({ tagId }) => stands(tagId));
  const added = tags.filter(
    ({ tagId }) =>
      ticked.has(tagId) &&
      !seen.has(tagId) &&
      !saved.some((tag) => tag.tagId === tagId),
  );
  return [...saved, ...added.map((tag) => ({ ...tag, isRetired: false }))];
}
