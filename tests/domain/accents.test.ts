import { expect, test } from "vitest";
import {
  contrastWithWhite,
  leastContrast,
  nearestReadable,
  readAccent,
} from "#app/domain/portal/accents.ts";

test.each([
  ["#000000", 21],
  ["#ffffff", 1],
  ["#767676", 4.54],
  ["#777777", 4.48],
  ["#0b3440", 13.3],
  ["#ffdd00", 1.35],
])("white letters on %s have a contrast of %s to 1", (accent, ratio) => {
  expect(contrastWithWhite(accent)).toBeCloseTo(ratio, 1);
});

test.each(["#ffdd00", "#ffffff", "#777777", "#ff0000", "#00ff00"])(
  "what is offered for %s can be read, and is hardly darker than it must be",
  (accent) => {
    const offered = nearestReadable(accent);
    expect(contrastWithWhite(offered)).toBeGreaterThanOrEqual(leastContrast);
    expect(contrastWithWhite(offered)).toBeLessThan(leastContrast + 0.15);
  },
);

test("what can be read already is offered as it is", () => {
  expect(nearestReadable("#0b3440")).toBe("#0b3440");
});

test("it is read as people write it, and nothing else is", () => {
  expect(readAccent(" #0B3440 ")).toBe("#0b3440");
  expect(readAccent("abc")).toBe("#aabbcc");
  for (const typed of ["", "red", "#0b344", "#0b34400", "#0b3440;}", "url(x)"])
    expect(readAccent(typed)).toBeUndefined();
});
