import { z } from "zod";
import { otherLanguages } from "../calls/languages.ts";
import { frontSchema } from "./front-page.ts";
import { wordsUpTo } from "./own-pages.ts";

export const maxNameCharacters = 120;
export const maxAboutCharacters = 600;
export const maxRunByCharacters = 200;
export const maxReportsCharacters = 120;
export const maxAltCharacters = 150;
export const maxNextStepCharacters = 1_000;
export const maxSafeguardingHours = 720;

/** What a review says of itself; what is not there is not shown. */
export const settingsSchema = z.object({
  /** In the masthead, in titles, in mails. */
  name: wordsUpTo(maxNameCharacters),
  /** The address for help on every page. */
  contactEmail: z.string(),
  about: wordsUpTo(maxAboutCharacters).optional(),
  runBy: wordsUpTo(maxRunByCharacters).optional(),
  reports: wordsUpTo(maxReportsCharacters).optional(),
  safeguarding: z.object({
    /** Within how many hours what is flagged is taken up. */
    hours: z.number().int(),
    /** What a reader does who has flagged something. */
    nextStep: z.string().optional(),
  }),
  /** What stands at the top of every page is set on it, in white; such as "#0b3440". */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .optional(),
  /** Stands beside the name at the top of every public page, with the words for whoever does not see it. */
  logo: z
    .object({
      hash: z.string(),
      width: z.number().int(),
      height: z.number().int(),
      isLight: z.boolean(),
      alt: wordsUpTo(maxAltCharacters),
    })
    .optional(),
  /** Languages besides English that the public can choose on pages that are no call's. */
  alsoIn: z.array(z.enum(otherLanguages)).max(otherLanguages.length).optional(),
  /** What stands on the first page, in which order. */
  front: frontSchema.optional(),
});

export type PortalSettings = z.infer<typeof settingsSchema>;
