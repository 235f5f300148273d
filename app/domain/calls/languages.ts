import { z } from "zod";
import { type Language, languages } from "#app/db/column-values.ts";

export { type Language, languages };

/** One text in each language a call is offered in; English is always there. */
export const wordsSchema = z.object({
  en: z.string().min(1).max(20_000),
  cy: z.string().min(1).max(20_000).optional(),
});
export type CallWords = z.infer<typeof wordsSchema>;

/** What a call can be offered in besides English. */
export const otherLanguages = ["cy"] as const satisfies Language[];

/** The languages that a call is offered in, English first. */
export function languagesOf({
  alsoIn = [],
}: {
  alsoIn?: readonly Language[] | undefined;
}): Language[] {
  return ["en", ...alsoIn];
}

/** The text in the language asked for, or in English. */
export function inLanguage(words: CallWords, language: Language): string {
  return words[language] ?? words.en;
}
