import type { ChosenTag } from "./response-tags-form.tsx";

/** The tags to start with: those that were ticked and not saved, else those that are saved. */
export function tagsToShow(screen: {
  kept?: { tags?: { tagIds: string[] } | undefined } | undefined;
  responseTags: ChosenTag[];
  tags: { tagId: number; name: string }[];
}): ChosenTag[] {
  const { kept, responseTags, tags } = screen;
  if (!kept?.tags) return responseTags;
  const tagIds = kept.tags.tagIds.map(Number);
  const known = [
    ...responseTags,
    ...tags.map((tag) => ({ ...tag, isRetired: false })),
  ];
  return tagIds.flatMap((id) => known.find(({ tagId }) => tagId === id) ?? []);
}
