import { expect, test } from "vitest";
import { findHits } from "#app/db/search-words.ts";
import { findQuote } from "#app/domain/tagging/find-quote.ts";
import {
  maxQuoteCharacters,
  splitIntoSegments,
} from "#app/domain/tagging/passages.ts";
import { arrangeTags } from "#app/domain/tagging/tags.ts";
import { isLinearGrowth, measureGrowth } from "#tests/setup/growth.ts";

async function expectLine(work: (size: number) => unknown, size: number) {
  expect(isLinearGrowth(await measureGrowth(work, size))).toBe(true);
}

/** Words that a text of one letter half matches at each of its places. */
const quoteWithin = (length: number) => {
  const half = "a".repeat(Math.floor(length / 2));
  return `${half}b${half}`;
};

test("a quote is looked for in a line, of its own length and of the text's together", async () => {
  await expectLine((size) => {
    const quote = quoteWithin(size / 50);
    return findQuote("a".repeat(size), quote);
  }, maxQuoteCharacters * 12);
}, 120_000);

test("a quote that stands half a million times is found in a line", async () => {
  await expectLine((size) => findQuote("ab".repeat(size), "aba"), 250_000);
});

test("overlapping places of a quote are all found, the first of them first", () => {
  expect(findQuote("xaabaabaa", "aabaa")).toEqual([
    { startOffset: 1, endOffset: 6 },
    { startOffset: 4, endOffset: 9 },
  ]);
});

test.each([
  ["marked as often as may be", 500],
  ["marked everywhere", Infinity],
])(
  "a text of one word is cut in a line where it is %s",
  async (_, most) => {
    await expectLine((size) => {
      const text = "lorem ".repeat(size);
      const hits = findHits(text, ["lorem"], most).map(({ start, end }) => ({
        startOffset: start,
        endOffset: end,
      }));
      return splitIntoSegments(text, [], hits);
    }, 20_000);
  },
  60_000,
);

const tags = (count: number, parentOf: (tagId: number) => number | null) =>
  Array.from({ length: count }, (_, tagId) => ({
    tagId,
    name: `Tag ${tagId}`,
    parentId: parentOf(tagId),
  }));

test.each([
  ["beside each other", () => null],
  ["each a part of the one before", (id: number) => (id ? id - 1 : null)],
])(
  "a codebook of tags %s is put in order in a line",
  async (_name, parentOf) => {
    await expectLine((size) => arrangeTags(tags(size, parentOf)), 5_000);
  },
  60_000,
);

test("a tag that is a part of a part stands under it, however deep", () => {
  const deep = arrangeTags(tags(30_000, (id) => (id ? id - 1 : null)));
  expect(deep.at(-1)).toMatchObject({ tagId: 29_999, depth: 29_999 });
});
