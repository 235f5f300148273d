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
  };
}

/** What leads on from a tag's page, by what its reader may do. */
export function tagLinks(
  tag: TagForEditing,
  may: { reshape: boolean; retire: boolean },
) {
  const link = (
    label: string,
    place: Parameters<typeof tagPlaceAddress>[1],
  ) => ({
    label,
    href: tagPlaceAddress(tag.tagId, place),
  });
  return [
    ...(tag.isRetired ? [] : [link("Change this tag", "change")]),
    ...(may.reshape && !tag.isRetired ? [link("Merge", "merge")] : []),
    ...(may.reshape ? [link("Take passages to another tag", "recode")] : []),
    ...(may.retire
      ? [link(tag.isRetired ? "Take back into use" : "Retire", "retire")]
      : []),
    ...(tag.definedAnewAt === null
      ? []
      : [link("Coded under the old definition", "definition")]),
    link("History", "history"),
  ];
}
