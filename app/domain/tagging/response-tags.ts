/** A tag on a whole response, as the response's page shows it. */
export type ResponseTag = {
  tagId: number;
  name: string;
  isRetired: boolean;
  taggedBy: string;
  /** ISO-8601 UTC. */
  taggedAt: string;
};

/** What a person did to the tags they saw: each id once. */
export function changesOf(choice: {
  seenTagIds: readonly number[];
  tagIds: readonly number[];
}): { added: number[]; removed: number[] } {
  const seen = new Set(choice.seenTagIds);
  const chosen = new Set(choice.tagIds);
  return {
    added: [...chosen].filter((id) => !seen.has(id)),
    removed: [...seen].filter((id) => !chosen.has(id)),
  };
}
