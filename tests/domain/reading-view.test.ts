import { expect, test } from "vitest";
import {
  readReadingView,
  searchedFor,
  writeReadingView,
} from "#app/screens/review/reading-view.ts";

const viewOf = (q: string) => {
  const from = `/review/queue?${new URLSearchParams({ q }).toString()}`;
  return readReadingView(new URLSearchParams({ from }));
};

test("a list found by a long search is the same list on the way on", () => {
  const q = "ŵyr a'i nain ".repeat(150);
  const view = viewOf(q);
  expect(searchedFor(view)).toBe(q);
  expect(readReadingView(writeReadingView(view))).toEqual(view);
});

test("what no page of ours wrote is no list, instead of another one", () => {
  expect(viewOf("x".repeat(20_000))).toEqual({ q: "", from: "", file: "" });
});

test("a list that was not found by words has none to be marked", () => {
  const openedFrom = (q: string) => searchedFor(viewOf(q));
  expect(openedFrom("has:stock")).toBe("");
  expect(openedFrom("same-as:ABCD-EFGH state:to-do")).toBe("");
  expect(openedFrom("tag:care moves")).toBe("tag:care moves");
});
