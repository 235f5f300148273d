import { z } from "zod";
import { otherLanguages, wordsSchema } from "./languages.ts";

const helpLineSchema = z.object({
  /** Who can help: "Childline, for anyone under 19". */
  who: wordsSchema,
  /** How and when they are reached: "free, at any time". */
  reached: wordsSchema,
  phone: z
    .string()
    .regex(/^\+?[0-9][0-9 ]{1,19}$/)
    .optional(),
  address: z.url({ protocol: /^https$/ }).optional(),
});

/** What a definition may say about the call beside its questions. */
export const aboutCallShape = {
  /** For whom it is, in a few words: "For anyone". */
  audience: wordsSchema.optional(),
  /** Languages besides English that the public can choose; what has no words in one is shown in English and marked so. */
  alsoIn: z.array(z.enum(otherLanguages)).max(otherLanguages.length).optional(),
  /** Those of them in which nothing may be missing or stale when the call is published. */
  wholeIn: z
    .array(z.enum(otherLanguages))
    .max(otherLanguages.length)
    .optional(),
  /** How long most people take. */
  minutes: z.number().int().min(1).max(600).optional(),
  /** For people to whom answering, or being seen to answer, may do harm. */
  care: z
    .object({
      /** What to do where somebody is in danger now: a whole sentence, shown wherever people write. */
      danger: wordsSchema,
      helpLines: z.array(helpLineSchema).max(10).default([]),
      /** Where "Exit this page" leads: a page that anybody might read. With it titles say nothing of the call. */
      exitTo: z.url({ protocol: /^https$/ }).optional(),
    })
    .optional(),
};
