import type { PlaceProblem } from "#app/domain/tagging/tag-places.ts";
import { maxTagLevels } from "#app/domain/tagging/tag-places.ts";
import type { NamedTag } from "#app/domain/tagging/tag-names.server.ts";

type Reason = "name-taken" | "parent-not-found" | "retired" | PlaceProblem;

/** Why a tag was not saved, beside the field in which it can be put right. */
export const tagRefusals: Record<Reason, Record<string, string>> = {
  "name-taken": {
    name: "There is a tag of this name already. Use it, or give this one another name",
  },
  "parent-not-found": {
    partOf: "This tag is not in use any more. Choose another",
  },
  retired: {
    name: "This tag was retired while you were writing. It stays as it is on what is tagged with it",
  },
  "under-itself": {
    partOf: "A tag cannot be a part of itself, nor of one of its own parts",
  },
  "too-deep": {
    partOf: `That would be more than ${maxTagLevels} levels. Choose a tag further up`,
  },
};

/** What is said where a name that was typed is no tag's. */
export function describeUnknownTag(
  named: Extract<NamedTag, { ok: false }>,
): string {
  const { nearest } = named;
  if (nearest.length === 0)
    return "There is no tag of this name in use. Check it in the list of tags";
  return `There is no tag of this name in use. Did you mean ${nearest.map((name) => `“${name}”`).join(" or ")}?`;
}
