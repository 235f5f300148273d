import { z } from "zod";
import { type Language, languages } from "#app/db/column-values.ts";

export { type Language, languages };

/** What a call can be offered in besides English. */
export const otherLanguages = ["cy"] as const satisfies Language[];
export type OtherLanguage = (typeof otherLanguages)[number];

/** The same for each language besides English. */
export function inEachOther<Value>(value: Value): Record<OtherLanguage, Value> {
  return Object.fromEntries(
    otherLanguages.map((language) => [language, value]),
  ) as Record<OtherLanguage, Value>;
}

const words = z.string().min(1).max(20_000);

/** One text in each language a call is offered in; English is always there. */
export const wordsSchema = z.object({
  en: words,
  ...inEachOther(words.optional()),
  /** The English that a translation was made from, where it reads otherwise by now: the translation is stale. */
  madeFrom: z.object(inEachOther(z.string().max(20_000).optional())).optional(),
});
export type CallWords = z.infer<typeof wordsSchema>;

/** The languages that a call is offered in, English first. */
export function languagesOf({
  alsoIn = [],
}: {
  alsoIn?: readonly Language[] | undefined;
}): Language[] {
  return ["en", ...alsoIn];
}

/** Whether a text stands in any language besides English. */
export function isTranslated(
  words: Partial<Record<OtherLanguage, unknown>> | undefined,
): boolean {
  return otherLanguages.some((language) => words?.[language] !== undefined);
}

/** The languages besides English that any text in this stands in, however deep. */
export function otherLanguagesIn(body: object): OtherLanguage[] {
  const written = JSON.stringify(body);
  return otherLanguages.filter((other) => written.includes(`"${other}":`));
}

/** The text in the language asked for, or in English. */
export function inLanguage(words: CallWords, language: Language): string {
  return words[language] ?? words.en;
}
