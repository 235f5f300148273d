import { expect, test } from "vitest";
import { mostTagsSent, offerTags } from "#app/domain/tagging/offered-tags.ts";

const tagsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ tagId: index + 1, name: `Tag ${index + 1}`, depth: index % 2 },
    definition: "What belongs under it.",
    parentId: null,
  }));

test("a codebook that can be looked through is offered whole", () => {
  const { tags, total } = offerTags(tagsOf(mostTagsSent), []);
  expect(tags).toHaveLength(mostTagsSent);
  expect(total).toBeUndefined();
  expect(Object.keys(tags[0] ?? {})).toEqual([
    ...["tagId", "name", "definition", "depth"],
  ]);
});

test("of a larger one those come that are kept, wherever they stand, and the first, in their order", () => {
  const { tags, total } = offerTags(tagsOf(5_000), [4_999, 2, 777]);
  expect(total).toBe(5_000);
  expect(tags.slice(0, 2).map(({ tagId }) => tagId)).toEqual([1, 2]);
  expect(tags.slice(-2).map(({ tagId }) => tagId)).toEqual([777, 4_999]);
});

test("a page of 5,000 tags weighs no more than one of 300", () => {
  const weigh = (count: number) =>
    JSON.stringify(offerTags(tagsOf(count), [1, count]).tags).length;
  expect(weigh(5_000)).toBeLessThan(weigh(mostTagsSent));
});
