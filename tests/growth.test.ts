import { expect, test } from "vitest";
import {
  isLinearGrowth,
  measureGrowth,
  measureIsBounded,
} from "#tests/setup/growth.ts";

const words = (size: number) => Array.from({ length: size }, (_, n) => `w${n}`);

/** So many steps and nothing else: what caches and the compiler do to a search among strings took a square from 16 to 7 on a busy machine. */
function takeSteps(steps: number): number {
  let sum = 0;
  for (let step = 0; step < steps; step += 1) sum = (sum * 31 + step) | 0;
  return sum;
}

test("work that grows with its input is told from work that grows with its square", async () => {
  const linear = await measureGrowth(
    (size) => words(size).filter((word) => word.endsWith("7")),
    20_000,
  );
  expect(isLinearGrowth(linear)).toBe(true);
  // All rounds, because the first that looks like a line would be enough.
  const quadratic = await measureGrowth(
    (size) => takeSteps(size * size),
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
  const compares = (size: number) => takeSteps(size * size);
  expect(await measureIsBounded(compares, 1_000)).toBe(false);
});
