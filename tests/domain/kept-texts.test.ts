import { expect, test } from "vitest";
import { keepOfCopy } from "#app/domain/calls/authoring/keep-of-copy.ts";
import { toWorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import { canonicalJson, isSameJson } from "#app/domain/text/canonical-json.ts";
import { keepByText } from "#app/domain/text/keep-by-text.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";

test("one text is one object, which nobody can write in, until many others were wanted", () => {
  let count = 0;
  const read = keepByText((text) => ({ words: [text], nth: (count += 1) }));
  const first = read("a");
  expect(read("b")).not.toBe(first);
  expect(read("a")).toBe(first);
  expect(() => first.words.push("more")).toThrow(TypeError);
  // Two that fill the room: "b" was not wanted for longest and goes, and "a" with it.
  read("x".repeat(1_999_998));
  expect(read("a")).toBe(first);
  read("y".repeat(1_999_999));
  expect(read("a").nth).toBe(first.nth);
  read("z".repeat(2_000_000));
  expect(read("a").nth).toBe(6);
});

test("what was found of a copy is found anew when one of its parts is another", () => {
  let count = 0;
  const countPages = keepOfCopy(({ pages }) => {
    count += 1;
    return pages.map(({ body }) => body.questions.length);
  });
  const copy = toWorkingCopy(1, callForAdvice);
  const found = countPages(copy);
  expect(countPages({ ...copy, rowVersion: 7 })).toBe(found);
  const [page] = copy.pages;
  if (!page) throw new Error("no page");
  const less = { ...page, body: { ...page.body, questions: [] } };
  const others = copy.pages.slice(1);
  expect(countPages({ ...copy, pages: [less, ...others] })[0]).toBe(0);
  expect(countPages({ ...copy, pages: others })).toHaveLength(others.length);
  expect(count).toBe(3);
});

test("values are the same where they would be written alike, and nowhere else", () => {
  const values = [
    ...[null, 0, 1, "", "1", "\uD800", "\uFFFD", true, false],
    ...[[], [1], [1, 2], [2, 1], [[1]], {}, { a: 1 }, { a: 1, b: undefined }],
    ...[{ a: null }, { b: 1 }, { b: 2, a: 1 }, { a: 1, b: 2 }, { 0: 1 }],
    { a: [{ b: "x", c: undefined }] },
    { a: [{ b: "x" }] },
  ];
  for (const one of values)
    for (const other of values)
      expect(
        isSameJson(one, structuredClone(other)),
        `${JSON.stringify(one)} and ${JSON.stringify(other)}`,
      ).toBe(canonicalJson(one) === canonicalJson(other));
});
