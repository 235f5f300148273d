import { tagAddress } from "#app/addresses.ts";
import { tagPlaceAddress } from "#app/codebook-addresses.ts";
import type { TagForEditing } from "#app/domain/tagging/tags.ts";

/** A tag as it stands at the top of its pages, with what leads on from there. */
export function describeTag(tag: TagForEditing) {
  const { tagId, parentId, parentName } = tag;
  return {
    tagId,
    name: tag.name,
    tint: tag.tint,
    definition: tag.definition,
    includeNote: tag.includeNote,
    excludeNote: tag.excludeNote,
    isRetired: tag.isRetired,
    parent:
      parentId !== null && parentName !== undefined
        ? { name: parentName, href: tagAddress(parentId) }
        : undefined,
    href: tagAddress(tagId),
    links: [
      { label: "Change this tag", href: tagPlaceAddress(tagId, "change") },
    ],
  };
}
