import { z } from "zod";

export const languages = ["en", "cy"] as const;
export type Language = (typeof languages)[number];

export function toLanguage(stored: string): Language {
  const known = languages.find((language) => language === stored);
  if (!known) throw new Error(`Not a language of calls: ${stored}`);
  return known;
}

/** One text in each language a call is offered in; English is always there. */
export const wordsSchema = z.object({
  en: z.string().min(1).max(20_000),
  cy: z.string().min(1).max(20_000).optional(),
});
export type CallWords = z.infer<typeof wordsSchema>;

/** The text in the language asked for, or in English. */
export function inLanguage(words: CallWords, language: Language): string {
  return words[language] ?? words.en;
}
