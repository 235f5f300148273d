import { expect, test } from "vitest";
import { londonTimeToUtc } from "#app/domain/calls/london-time.ts";

const atFive = (year: number, month: number, day: number) =>
  londonTimeToUtc({ year, month, day, hour: 17, minute: 0 }).toISOString();

test("five in the afternoon in London is another instant in winter and in summer", () => {
  expect(atFive(2021, 12, 15)).toBe("2021-12-15T17:00:00.000Z");
  expect(atFive(2021, 6, 15)).toBe("2021-06-15T16:00:00.000Z");
});

test("on the days when clocks change, an hour that is skipped is the one after, and of one that comes twice the first", () => {
  const atHalfPastOne = (month: number, day: number) =>
    londonTimeToUtc({ year: 2026, month, day, hour: 1, minute: 30 });
  expect(atHalfPastOne(3, 29).toISOString()).toBe("2026-03-29T01:30:00.000Z");
  expect(atHalfPastOne(10, 25).toISOString()).toBe("2026-10-25T00:30:00.000Z");
  expect(atHalfPastOne(10, 26).toISOString()).toBe("2026-10-26T01:30:00.000Z");
});
