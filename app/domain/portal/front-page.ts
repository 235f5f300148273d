import { z } from "zod";
import { placeByNumbers } from "../calls/authoring/place-by-numbers.ts";

/** What can stand on the first page below the review's own words. */
export const frontSections = [
  "open",
  "about",
  "timetable",
  "faqs",
  "help",
  "closed",
  "pages",
] as const;
export type FrontSection = (typeof frontSections)[number];

export const frontSchema = z.array(
  z.object({ section: z.enum(frontSections), isShown: z.boolean() }),
);
export type FrontPage = z.infer<typeof frontSchema>;

/** Every section once, in the order that was saved; those that are new since stand at the end. */
export function arrangeFront(saved: FrontPage = []): FrontPage {
  const known = new Set(saved.map(({ section }) => section));
  const others = frontSections
    .filter((section) => !known.has(section))
    .map((section) => ({ section, isShown: true }));
  return [...saved, ...others];
}

/** The sections in the order that numbers typed beside them ask for. What can be answered is never hidden. */
export function orderFront(
  before: FrontPage,
  { numbers, shown }: { numbers: number[]; shown: readonly string[] },
): FrontPage {
  return placeByNumbers(before, numbers).map(({ section }) => ({
    section,
    isShown: section === "open" || shown.includes(section),
  }));
}

/** What is typed on the screen: the sections as they were shown, a number beside each, and which are shown. */
export const frontFormSchema = z.object({
  page: z.array(z.enum(frontSections)).max(frontSections.length),
  place: z
    .array(
      z
        .string("place-no-number")
        .trim()
        .regex(/^[1-9]\d{0,8}$/, "place-no-number")
        .transform(Number),
    )
    .max(frontSections.length),
  shown: z.array(z.enum(frontSections)).max(frontSections.length).default([]),
});

/** Whether a form was filled in over the order that stands. */
export function isSameOrder(
  front: FrontPage,
  listed: readonly string[],
): boolean {
  return (
    listed.length === front.length &&
    listed.every((section, index) => front[index]?.section === section)
  );
}
