import { expect, test } from "vitest";
import { completionsOf } from "#app/enhance/completions.ts";

const known = {
  keys: [
    { key: "type", finds: "who speaks" },
    { key: "tag", finds: "a tag" },
    { key: "tagged-by", finds: "who tagged" },
  ],
  values: { tag: ["School", "Staying in one place", "Out of school"] },
  words: { none: "", one: "", many: "" },
};

const texts = (before: string) =>
  completionsOf(before, known).map(({ text }) => text);

test("a word that is begun goes on as a key, wherever it stands", () => {
  expect(texts("ta")).toEqual(["tag:", "tagged-by:"]);
  expect(texts("worker -ta")).toEqual(["tag:", "tagged-by:"]);
  expect(texts("(TY")).toEqual(["type:"]);
  expect(texts("")).toEqual([]);
  expect(texts("worker ")).toEqual([]);
  expect(texts('"a phrase of ta')).toEqual([]);
});

test("behind a key stand its values, by the beginning of any of their words, quoted where they must be", () => {
  expect(texts("tag:")).toEqual([
    "School ",
    '"Staying in one place" ',
    '"Out of school" ',
  ]);
  expect(texts("type:parent tag:scho")).toEqual([
    "School ",
    '"Out of school" ',
  ]);
  expect(texts('tag:"sta')).toEqual(['"Staying in one place" ']);
  expect(texts("age:3")).toEqual([]);
  expect(texts("tag: scho")).toEqual(["School ", '"Out of school" ']);
  expect(texts("TAG\uFF1A ")).toHaveLength(3);
  expect(completionsOf("tag: scho", known)[0]?.replaces).toBe(5);
  expect(texts("tag: ty")).toEqual(["type:"]);
  expect(completionsOf('x tag:"sta', known)[0]?.replaces).toBe(4);
});
