import { z } from "zod";
import { normaliseText } from "../text/foreign-text.ts";

/** What a call can begin with, in the order in which a review needs them. */
export const startingPoints = [
  "call-for-advice",
  "call-for-evidence",
  "expression-of-interest",
  "feedback-on-a-paper",
  "call-for-ideas",
  "offer-to-host",
] as const;

export type StartingPoint = (typeof startingPoints)[number];

/** Small letters, digits and single dashes. */
export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const maxSlugCharacters = 80;
/** The team's pages on which a call is begun and the bank is kept stand there. */
export const reservedSlugs: readonly string[] = ["new", "question-bank"];

export const maxCallTitleCharacters = 200;

/** Left empty, it is made of what else is known. */
const slug = z
  .string()
  .trim()
  .max(maxSlugCharacters, "slug-too-long")
  .refine(
    (typed) =>
      typed === "" ||
      (slugPattern.test(typed) && !reservedSlugs.includes(typed)),
    "slug-shape",
  )
  .default("");

/** "Call for Evidence" as "call-for-evidence"; empty where a name has no letter of an address, or is one that is taken by us. */
export function slugOfTitle(title: string): string {
  const words = normaliseText(title, "NFKD")
    .replace(/[\u0300-\u036f’']/g, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const made = (words ?? []).reduce((whole, word) => {
    const longer = whole === "" ? word : `${whole}-${word}`;
    return longer.length > maxSlugCharacters ? whole : longer;
  }, "");
  return reservedSlugs.includes(made) ? "" : made;
}

/** A call that begins with a starting point, under a name of its own. */
export const startCallSchema = z.object({
  start: z.enum(startingPoints, "start-missing"),
  title: z
    .string("call-title-missing")
    .trim()
    .min(1, "call-title-missing")
    .max(maxCallTitleCharacters, "call-title-too-long"),
  slug,
});

/** A call that comes in as the text of a file. */
export const callFromFileSchema = z.object({
  text: z.string("call-file-missing").trim().min(1, "call-file-missing"),
  /** Left out, it is the file's own. */
  slug,
  step: z.enum(["preview", "confirm"]).default("preview"),
});

export type NewCallProblem =
  | "start-missing"
  | "call-title-missing"
  | "call-title-too-long"
  | "slug-missing"
  | "slug-too-long"
  | "slug-shape"
  | "call-file-missing";
