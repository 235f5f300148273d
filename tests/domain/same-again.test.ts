import { expect, test } from "vitest";
import { countSameAgain } from "#app/domain/limits/same-again.server.ts";

const bounds = { most: 3, windowMilliseconds: 60_000, mostKnown: 4 };
const begin = () => countSameAgain(bounds, Buffer.from("a key"));
const at = (seconds: number) =>
  new Date(Date.parse("2026-11-22T09:00:00Z") + seconds * 1_000);
const letter = { what: "The same letter.", from: "a school", now: at(0) };

test("what comes from one place word for word is told from the fourth on, until its time is over", () => {
  const count = begin();
  count({ ...letter, from: "earlier" });
  const told = [0, 10, 20, 30, 59].map((seconds) =>
    count({ ...letter, now: at(seconds) }),
  );
  expect(told).toEqual([false, false, false, true, true]);
  expect(count({ ...letter, now: at(60) })).toBe(false);
});

test("the same from elsewhere, and anything else from there, is counted by itself", () => {
  const count = begin();
  for (let times = 0; times < 4; times += 1) count(letter);
  expect(count({ ...letter, from: "another school" })).toBe(false);
  expect(count({ ...letter, what: "The same letter!" })).toBe(false);
  expect(count(letter)).toBe(true);
});

test("no more is known at once than there is room for, and the oldest goes first", () => {
  const count = begin();
  for (let times = 0; times < 4; times += 1) count(letter);
  for (const what of ["b", "c", "d"]) count({ ...letter, what });
  expect(count(letter)).toBe(true);
  count({ ...letter, what: "e" });
  expect(count(letter)).toBe(false);
});

test("a clock that was ahead and is put right does not count for ever", () => {
  const count = begin();
  for (let times = 0; times < 4; times += 1)
    count({ ...letter, now: at(86_400) });
  expect(count(letter)).toBe(false);
});
