import { expect, test } from "vitest";
import {
  arrangeFront,
  frontSections,
  orderFront,
} from "#app/domain/portal/front-page.ts";

test("a section that came later stands at the end, and none stands twice", () => {
  const saved = [
    { section: "help" as const, isShown: false },
    { section: "open" as const, isShown: true },
  ];
  const arranged = arrangeFront(saved);
  expect(arranged.slice(0, 2)).toEqual(saved);
  expect(arranged.map(({ section }) => section).toSorted()).toEqual(
    frontSections.toSorted(),
  );
});

test("sections come in the order of their numbers, and what can be answered is never hidden", () => {
  const ordered = orderFront(arrangeFront(), {
    numbers: [3, 2, 1, 4, 5, 6, 7],
    shown: ["timetable", "about"],
  });
  expect(ordered.slice(0, 4)).toEqual([
    { section: "timetable", isShown: true },
    { section: "about", isShown: true },
    { section: "open", isShown: true },
    { section: "faqs", isShown: false },
  ]);
});
