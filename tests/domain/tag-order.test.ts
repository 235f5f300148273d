import { expect, test } from "vitest";
import {
  arrangeForFinder,
  firstByWords,
  matchesWords,
} from "#app/ui/reading/tag-order.ts";

const tags = [
  { tagId: 1, depth: 0 },
  { tagId: 2, depth: 1 },
  { tagId: 3, depth: 0 },
  { tagId: 4, depth: 2 },
];

test("what is chosen stands first, then what was used last, then the rest as it is arranged", () => {
  const offered = arrangeForFinder({
    tags,
    chosenIds: [3],
    lastUsedIds: [4, 3, 99],
  });
  expect(offered).toEqual([
    { tagId: 3, depth: 0 },
    { tagId: 4, depth: 0 },
    { tagId: 1, depth: 0 },
    { tagId: 2, depth: 1 },
  ]);
});

test.each([
  ["Change of social worker", "soc work", true],
  ["Hygiene and café meals", "cafe", true],
  ["School", "scho", true],
  ["School", "schol", false],
  ["School", "  ", true],
])("%s has the letters of “%s”: %s", (name, typed, is) => {
  expect(matchesWords(name, typed)).toBe(is);
});

test("what begins a word comes before what stands within one; the rest keeps its order", () => {
  const names = ["Aspect 177", "Aspect 2", "Aspect 77", "Re-aspect 77"];
  const tags = names.map((name) => ({ name }));
  const first = (typed: string) =>
    firstByWords(tags, typed).map(({ name }) => name);
  expect(first("77 áspect")).toEqual([
    ...["Aspect 77", "Re-aspect 77", "Aspect 177", "Aspect 2"],
  ]);
  expect(first(" ")).toEqual(names);
});
