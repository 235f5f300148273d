import { expect, test } from "vitest";
import {
  isLinearGrowth,
  measureGrowth,
  measureIsBounded,
} from "#tests/setup/growth.ts";

const words = (size: number) => Array.from({ length: size }, (_, n) => `w${n}`);

/**
 * Work that costs what it says, on a clock of its own: on a machine that stood
 * still for a while the processor's own time took a square for a line.
 *
 * @param slow how many of the first pieces of larger work cost ten times that
 */
function makeCosting(cost: (size: number) => number, slow = 0) {
  let spent = 0;
  let left = slow;
  const work = (size: number) => {
    const isSlow = size > 1_000 && left-- > 0;
    spent += cost(size) * (isSlow ? 10 : 1);
  };
  return { clock: () => spent, work };
}

const growthOf = ({ work, clock }: ReturnType<typeof makeCosting>) =>
  measureGrowth(work, 1_000, undefined, clock);

test("work that grows with its input is told from work that grows with its square", async () => {
  const line = makeCosting((size) => size / 1_000);
  expect(isLinearGrowth(await growthOf(line))).toBe(true);
  const square = makeCosting((size) => (size / 1_000) ** 2);
  expect(await growthOf(square)).toBeCloseTo(16);
  expect(isLinearGrowth(16)).toBe(false);
});

test("a moment in which the machine did something else makes no line a square", async () => {
  const line = makeCosting((size) => size / 1_000, 30);
  expect(isLinearGrowth(await growthOf(line))).toBe(true);
});

test("nor a square a line, whichever measure of the smaller it fell on", async () => {
  for (const slow of [1, 2, 3]) {
    let [spent, smaller] = [0, 0];
    const growth = await measureGrowth(
      (size) => {
        const isSlow = size === 1_000 && ++smaller === slow;
        spent += (size / 1_000) ** 2 * (isSlow ? 10 : 1);
      },
      1_000,
      undefined,
      () => spent,
    );
    expect(isLinearGrowth(growth), `${slow}: ${growth}`).toBe(false);
  }
});

test("work that costs too little for a clock is done more often, and what costs nothing has no growth", async () => {
  const little = makeCosting((size) => size / 20_000);
  expect(await growthOf(little)).toBeCloseTo(4);
  expect(await growthOf(makeCosting(() => 0))).toBe(0);
});

test("work that stops at a bound is told from work that goes on to the end", async () => {
  const isBounded = (cost: (size: number) => number) => {
    const { work, clock } = makeCosting(cost);
    return measureIsBounded(work, 1_000, clock);
  };
  expect(await isBounded((size) => Math.min(size, 500) / 500)).toBe(true);
  expect(await isBounded(() => 0)).toBe(true);
  expect(await isBounded((size) => size / 500)).toBe(false);
  expect(await isBounded((size) => (size / 500) ** 2)).toBe(false);
});

test("the processor's own time tells a line", async () => {
  const growth = await measureGrowth(
    (size) => words(size).filter((word) => word.endsWith("7")),
    20_000,
  );
  expect(isLinearGrowth(growth)).toBe(true);
  // That it was measured at all: what else the machine did has made a line look like less than one.
  expect(growth).toBeGreaterThan(0);
});
