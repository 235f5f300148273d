import { z } from "zod";
import { seen, text } from "../forms.ts";

/** Texts on one screen: no form takes more than 200 values of a field. */
export const textsOfScreen = 100;

/** What is translated on one screen: the id of each text and what was typed for it, side by side. */
export const translationFormSchema = z.object({
  textId: z.array(z.string().max(300)).max(textsOfScreen).default([]),
  words: z.array(text).max(textsOfScreen).default([]),
  /** Ids of those that fit their English as they are. */
  fits: z.array(z.string().max(300)).max(textsOfScreen).default([]),
  then: z.enum(["stay", "next"]).default("stay"),
  seen,
});

/** Of a call in one language. */
export const languageFormSchema = z.object({
  step: z.enum(["offer", "accept"]).default("offer"),
  settings: z
    .array(z.enum(["offered", "whole"]))
    .max(2)
    .default([]),
  seen: seen.default(""),
});

/** A table of translations, shown first and then taken in. */
export const translationFileSchema = z.object({
  text: z.string("file-missing").trim().min(1, "file-missing"),
  step: z.enum(["preview", "confirm"]).default("preview"),
  seen: seen.default(""),
});
