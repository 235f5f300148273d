import { z } from "zod";

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

const slug = z
  .string("slug-missing")
  .trim()
  .min(1, "slug-missing")
  .max(maxSlugCharacters, "slug-too-long")
  .regex(slugPattern, "slug-shape")
  .refine((typed) => !reservedSlugs.includes(typed), "slug-shape");

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
  slug: z.union([slug, z.literal("")], "slug-shape").default(""),
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
