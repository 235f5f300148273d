type Arranged = { tagId: number; depth: number };

/**
 * Tags in the order in which they are offered: what is chosen, what was used
 * last, and the others as they came. One that is moved up stands without its parent.
 */
export function arrangeForFinder<Tag extends Arranged>(offer: {
  tags: readonly Tag[];
  chosenIds: readonly number[];
  lastUsedIds: readonly number[];
}): Tag[] {
  const { tags, chosenIds } = offer;
  const chosen = tags.filter(({ tagId }) => chosenIds.includes(tagId));
  const lastUsed = offer.lastUsedIds
    .filter((id) => !chosenIds.includes(id))
    .flatMap((id) => tags.find(({ tagId }) => tagId === id) ?? []);
  const first = [...chosen, ...lastUsed];
  const isFirst = new Set(first.map(({ tagId }) => tagId));
  return [
    ...first.map((tag) => ({ ...tag, depth: 0 })),
    ...tags.filter(({ tagId }) => !isFirst.has(tagId)),
  ];
}

/** Whether a name has what was typed, every word of it, whatever its case and accents. */
export function matchesWords(name: string, typed: string): boolean {
  const within = fold(name);
  return fold(typed)
    .split(/\s+/)
    .every((word) => within.includes(word));
}

/** The same tags, those first in which every word that was typed begins a word: "aspect 77" is before "aspect 177". */
export function firstByWords<Tag extends { name: string }>(
  tags: readonly Tag[],
  typed: string,
): Tag[] {
  const words = fold(typed).trim().split(/\s+/);
  if (words.join("") === "") return [...tags];
  const begins = ({ name }: Tag) => {
    const within = ` ${fold(name).replace(/[^\p{L}\p{N}]+/gu, " ")}`;
    return words.every((word) => within.includes(` ${word}`));
  };
  const first = new Set(tags.filter(begins));
  return [...first, ...tags.filter((tag) => !first.has(tag))];
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
