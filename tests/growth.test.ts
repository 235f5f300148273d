import { expect, test } from "vitest";
import {
  isLinearGrowth,
  measureGrowth,
  measureIsBounded,
} from "#tests/setup/growth.ts";

const words = (size: number) => Array.from({ length: size }, (_, n) => `w${n}`);

test("work that grows with its input is told from work that grows with its square", async () => {
  const linear = await measureGrowth(
    (size) => words(size).filter((word) => word.endsWith("7")),
    20_000,
  );
  expect(isLinearGrowth(linear)).toBe(true);
  // All rounds, because the first that looks like a line would be enough.
  const quadratic = await measureGrowth(
    (size) => {
      const all = words(size);
      return all.filter((word, index) => all.indexOf(word) === index);
    },
    1_000,
    0,
  );
  expect(isLinearGrowth(quadratic)).toBe(false);
});

test("work that stops at a bound is told from work that goes on to the end", async () => {
  const reads = (most: number) => (size: number) =>
    words(Math.min(size, most)).filter((word) => word.endsWith("7"));
  expect(await measureIsBounded(reads(20_000), 50_000)).toBe(true);
  expect(await measureIsBounded(reads(20), 50_000)).toBe(true);
  const compares = (size: number) => {
    const all = words(size);
    return all.filter((word, index) => all.indexOf(word) === index);
  };
  expect(await measureIsBounded(compares, 2_000)).toBe(false);
});
