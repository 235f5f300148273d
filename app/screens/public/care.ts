import type { CallDefinition } from "#app/domain/calls/definition.ts";
import { inLanguage, type Language } from "#app/domain/calls/languages.ts";
import { wordsIn } from "#app/words/words.ts";

/** Who can help, and the way off a page, as a call's definition says it. */
export type Care = NonNullable<ReturnType<typeof describeCare>>;

/** @returns undefined where the call says nothing of the kind. */
export function describeCare(
  { care }: Pick<CallDefinition, "care">,
  language: Language,
) {
  if (!care) return undefined;
  const words = wordsIn(language).care;
  return {
    words,
    danger: inLanguage(care.danger, language),
    helpLines: care.helpLines.map(({ who, reached, phone, address }) => ({
      who: inLanguage(who, language),
      reached: inLanguage(reached, language),
      phone,
      address,
    })),
    exitTo: care.exitTo,
  };
}

/**
 * The title of a page where somebody answers: where being seen to answer may do
 * harm, a browser's history is told how far one is, and nothing of the call.
 */
export function quietTitle(
  care: Care | undefined,
  { heading, progress }: { heading: string; progress: string | undefined },
): string {
  return care?.exitTo ? (progress ?? care.words.neutralTitle) : heading;
}
