import { z } from "zod";
import { tidyText } from "../text/foreign-text.ts";
import { readWholeNumber } from "../text/whole-numbers.ts";
import {
  maxLineCharacters,
  maxPageCharacters,
  maxPageItems,
  maxSlugCharacters,
  pageSlug,
} from "./own-pages.ts";

/** What can be the matter with what somebody typed; a screen says it. */
export type PageProblem =
  | "line-too-long"
  | "text-too-long"
  | "title-missing"
  | "head-missing"
  | "text-missing"
  | "slug-malformed"
  | "place-no-number";

const because = (problem: PageProblem) => problem;

const line = z
  .string()
  .optional()
  .transform((typed = "") => tidyText(typed).replace(/\s+/g, " "))
  .refine(
    (typed) => typed.length <= maxLineCharacters,
    because("line-too-long"),
  );

const text = z
  .string()
  .optional()
  .transform((typed = "") => tidyText(typed))
  .refine(
    (typed) => typed.length <= maxPageCharacters,
    because("text-too-long"),
  );

const needed = (field: typeof line, problem: PageProblem) =>
  field.refine((typed) => typed !== "", problem);

const seen = z.string().max(40).default("");

export const pageTextsSchema = z
  .object({
    title: needed(line, because("title-missing")),
    titleCy: line,
    text,
    textCy: text,
    seen,
  })
  // A text that is in Welsh only would be nobody's to read in English.
  .refine(({ text, textCy }) => text !== "" || textCy === "", {
    path: ["text"],
    message: because("text-missing"),
  });

export const pageItemSchema = z.object({
  head: needed(line, because("head-missing")),
  headCy: line,
  text: needed(text, because("text-missing")),
  textCy: text,
  seen,
  step: z.enum(["save", "remove"]).default("save"),
});

export const newOwnPageSchema = z.object({
  title: needed(line, because("title-missing")),
  slug: z
    .string()
    .optional()
    .transform((typed = "") => typed.trim().toLowerCase().replace(/^\/+/, ""))
    .refine(
      (typed) => typed.length <= maxSlugCharacters && pageSlug.test(typed),
      because("slug-malformed"),
    ),
});

/** The items as they were shown, and the number that stands beside each. */
export const itemOrderSchema = z.object({
  page: z.array(z.string().max(40)).max(maxPageItems),
  place: z
    .array(
      z
        .string(because("place-no-number"))
        .trim()
        .regex(/^[1-9]\d{0,8}$/, because("place-no-number"))
        .transform(Number),
    )
    .max(maxPageItems),
});

const rowVersion = z
  .string()
  .default("")
  .transform((typed) => readWholeNumber(typed) ?? -1);

/** What is done about a page, as it was looked at. */
export const settlePageSchema = z.object({
  step: z.enum(["publish", "take-down", "discard"]).default("publish"),
  rowVersion,
});

export const bringBackSchema = z.object({ seen });

type TypedItem = { head: string; headCy: string; text: string; textCy: string };

/** What an item says, of what was typed. */
export function wordsOfItem({ head, headCy, text, textCy }: TypedItem) {
  return { head: inBoth(head, headCy), text: inBoth(text, textCy) };
}

/** Words by language; there is no Welsh where none was typed. */
export function inBoth(en: string, cy: string) {
  return { en, ...(cy !== "" && { cy }) };
}

/** Words by language, of what was typed in each; undefined where there is no English. */
export function typedWords(en: string, cy: string) {
  return en === "" ? undefined : inBoth(en, cy);
}
