import { describe, expect, test } from "vitest";
import {
  countCharacters,
  describeCount,
} from "#app/enhance/count-characters.ts";
import { wordsIn } from "#app/words/words.ts";
import { ask } from "#tests/asking/typed-answers.ts";

const { keeping, questions } = wordsIn("en");

describe("the page counts as the server does", () => {
  test.each([
    ["four", 4],
    ["a\r\nb\rc\nd", 7],
    ["👩‍👧🏴", 4],
    ["e\u0301te\u0301", 3],
    ["  blanks around \n", 13],
    ["ยังไม่", 6],
  ])("%j is %i characters", (text, count) => {
    expect(countCharacters(text)).toBe(count);
    const fits = ask({ type: "long-text", maxCharacters: count });
    expect(fits.read(text).success).toBe(true);
    const over = ask({ type: "long-text", maxCharacters: count - 1 });
    expect(over.refusal(text).message).toBe(questions.tooLong(count - 1, 1));
  });
});

test("a text may go over, and is told by how much", () => {
  const { refusal } = ask({ type: "long-text", maxCharacters: 10 });
  expect(refusal("x".repeat(1_214)).message).toBe(
    "You have 1,204 characters too many. Shorten your answer to 10 characters or less",
  );
  expect(refusal("x".repeat(11)).message).toContain(
    "You have 1 character too many.",
  );
  // Too long to be tidied first: counted all the same.
  expect(refusal("x".repeat(300_000)).message).toContain("299,990 characters");
});

test.each([
  [74, ""],
  [75, "You have 25 characters left"],
  [99, "You have 1 character left"],
  [100, "You have 0 characters left"],
  [101, "You have 1 character too many"],
  [1_304, "You have 1,204 characters too many"],
])("with %i of 100 it says %j", (count, told) => {
  expect(describeCount(count, 100, keeping)).toBe(told);
});
