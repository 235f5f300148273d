import { toNameKey } from "#app/domain/text/name-keys.ts";
import { tagAddress, tagListAddress } from "#app/addresses.ts";
import { codebookAddress } from "#app/codebook-addresses.ts";
import { arrangeTags, type TagListEntry } from "#app/domain/tagging/tags.ts";
import { plural } from "./counted.ts";

/** More than these are shown a level at a time: the page of 5,000 tags would weigh two megabytes. */
const mostTagsAtOnce = 300;

type Asked = {
  /** What was typed to find a tag. */
  find: string;
  /** The tag whose parts are shown. */
  under: number | undefined;
};

/** All tags as a tree, or a level of it where they are many. */
export function describeCodebook(list: TagListEntry[], asked: Asked) {
  const inUse = list.filter((tag) => !tag.isRetired);
  const retired = list.filter((tag) => tag.isRetired);
  const shown = pickShown(inUse, asked);
  const parts = new Map<number, number>();
  for (const { parentId } of inUse)
    if (parentId !== null) parts.set(parentId, (parts.get(parentId) ?? 0) + 1);
  const isWhole = shown.length === inUse.length;
  const describe = (tag: TagListEntry) =>
    describeEntry(tag, isWhole ? undefined : parts.get(tag.tagId));
  const { tags, isCut } = cut(arrangeTags(shown));
  return {
    caption: captionOf(inUse, asked, tags.length),
    find: asked.find,
    isCut,
    allHref: isWhole ? undefined : tagListAddress(),
    inUse: tags.map((tag) => ({ ...describe(tag), depth: tag.depth })),
    retired: arrangeTags(retired)
      .slice(0, mostTagsAtOnce)
      .map((tag) => ({ ...describeEntry(tag, undefined), depth: 0 })),
    retiredWords: `${plural(retired.length, "retired tag", "retired tags")}`,
    hasTags: inUse.length > 0,
    names: namesToOffer(inUse),
    links: [
      { label: "Tables of tags", href: codebookAddress("tables") },
      { label: "What was changed", href: codebookAddress("changes") },
      { label: "Codebook in and out", href: codebookAddress("files") },
    ],
  };
}

function pickShown(inUse: TagListEntry[], { find, under }: Asked) {
  if (find !== "") {
    const key = toNameKey(find);
    return inUse.filter(({ name }) => toNameKey(name).includes(key));
  }
  if (under !== undefined)
    return inUse.filter(
      ({ tagId, parentId }) => tagId === under || parentId === under,
    );
  if (inUse.length <= mostTagsAtOnce) return inUse;
  const ids = new Set(inUse.map(({ tagId }) => tagId));
  return inUse.filter(
    ({ parentId }) => parentId === null || !ids.has(parentId),
  );
}

function cut<Entry>(tags: Entry[]) {
  return {
    tags: tags.slice(0, mostTagsAtOnce),
    isCut: tags.length > mostTagsAtOnce,
  };
}

function captionOf(inUse: TagListEntry[], asked: Asked, count: number): string {
  if (asked.find !== "")
    return `${plural(count, "tag has", "tags have")} “${asked.find}” in the name`;
  const under = inUse.find(({ tagId }) => tagId === asked.under);
  if (under) return `${under.name} and its parts`;
  return `${plural(inUse.length, "tag", "tags")} in use`;
}

function describeEntry(tag: TagListEntry, hiddenParts: number | undefined) {
  const { tagId, name, passageCount, ownPassageCount } = tag;
  const { responseCount, ownResponseCount } = tag;
  const hasOthers =
    passageCount !== ownPassageCount || responseCount !== ownResponseCount;
  return {
    tagId,
    name,
    tint: tag.tint,
    definition: tag.definition,
    includeNote: tag.includeNote,
    excludeNote: tag.excludeNote,
    responseCount,
    passageCount,
    /** Told where its parts have more than it has itself. */
    own: hasOthers
      ? { responses: ownResponseCount, passages: ownPassageCount }
      : undefined,
    href: tagAddress(tagId),
    addPartHref: `${tagListAddress()}?${new URLSearchParams({ under: String(tagId), part: name })}#name`,
    parts: hiddenParts
      ? {
          label: plural(hiddenParts, "part", "parts"),
          href: `${tagListAddress()}?under=${tagId}`,
        }
      : undefined,
  };
}

/** The names that a field offers while somebody types; none where they would weigh more than the page. */
export function namesToOffer(inUse: { name: string }[]): string[] {
  return inUse.length <= mostTagsAtOnce ? inUse.map(({ name }) => name) : [];
}
