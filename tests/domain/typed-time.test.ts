import { expect, test } from "vitest";
import { readTypedMoment } from "#app/domain/calls/typed-time.ts";

const read = (day: string, time: string, which?: "first" | "second") => {
  const moment = readTypedMoment({ day, time, which });
  return moment.ok ? moment.at.toISOString() : moment.reason;
};

test.each([
  ["17:00", "2026-12-04T17:00:00.000Z"],
  ["17.30", "2026-12-04T17:30:00.000Z"],
  ["5pm", "2026-12-04T17:00:00.000Z"],
  ["5:30 PM", "2026-12-04T17:30:00.000Z"],
  ["12pm", "2026-12-04T12:00:00.000Z"],
  ["12am", "2026-12-04T00:00:00.000Z"],
  ["0:00", "2026-12-04T00:00:00.000Z"],
  ["5", "time-wrong"],
  ["24:00", "time-wrong"],
  ["13pm", "time-wrong"],
  ["0am", "time-wrong"],
  ["17:60", "time-wrong"],
  ["noonish", "time-wrong"],
  [" ", "time-missing"],
])("a time of day is read as people write it: %s", (time, at) => {
  expect(read("4 December 2026", time)).toBe(at);
  expect(read("4/12/2026", time)).toBe(at);
});

test("a day that is none is refused", () => {
  expect(read("30 February 2027", "17:00")).toBe("day-wrong");
  expect(read("", "17:00")).toBe("day-missing");
});

test("the hour that the clocks skip in March is refused, and those around it are not", () => {
  expect(read("28 March 2027", "00:59")).toBe("2027-03-28T00:59:00.000Z");
  expect(read("28 March 2027", "01:00")).toBe("time-skipped");
  expect(read("28 March 2027", "01:59")).toBe("time-skipped");
  expect(read("28 March 2027", "02:00")).toBe("2027-03-28T01:00:00.000Z");
});

test("of the hour that comes twice in October it is asked which", () => {
  expect(read("31 October 2027", "01:30")).toBe("time-twice");
  expect(read("31 October 2027", "01:30", "first")).toBe(
    "2027-10-31T00:30:00.000Z",
  );
  expect(read("31 October 2027", "01:30", "second")).toBe(
    "2027-10-31T01:30:00.000Z",
  );
  expect(read("31 October 2027", "02:00", "first")).toBe(
    "2027-10-31T02:00:00.000Z",
  );
});
