import { expect, test } from "vitest";
import { callAvailability, formatLondonTime } from "#app/domain/calls/calls.ts";

const open = {
  state: "closing-announced" as const,
  opensAt: null,
  closesAt: "2021-12-15T17:00:00.000Z",
};

test("a call closes at its closing time by itself", () => {
  expect(callAvailability(open, new Date("2021-12-15T16:59:59.999Z"))).toBe(
    "open",
  );
  expect(callAvailability(open, new Date("2021-12-15T17:00:00.000Z"))).toBe(
    "closed",
  );
});

test("a call in preparation is not public", () => {
  expect(callAvailability({ ...open, state: "draft" }, new Date(0))).toBe(
    "not-public",
  );
});

test("a closing time is told in London's time, in winter and in summer", () => {
  expect(formatLondonTime("2021-12-15T17:00:00.000Z")).toBe(
    "5pm on Wednesday 15 December 2021",
  );
  expect(formatLondonTime("2021-06-15T15:30:00.000Z")).toBe(
    "4:30pm on Tuesday 15 June 2021",
  );
  expect(formatLondonTime("2021-12-15T12:00:00.000Z")).toBe(
    "midday on Wednesday 15 December 2021",
  );
});
