import type { CallWords, OtherLanguage } from "../../languages.ts";
import { isSmallChange } from "./small-changes.ts";

/** How a text stands in a language besides English. */
export type TextStanding =
  | "missing"
  | "translated"
  /** The English was changed since, in nothing but commas, capitals and spaces. */
  | "small-change"
  | "stale"
  /** The English is empty, and the translation is still there. */
  | "without-english"
  /** Nothing to translate. */
  | "empty";

/** How a text stands in a language: by the English that its translation was made from. */
export function standingIn(
  words: CallWords,
  language: OtherLanguage,
): TextStanding {
  const isThere = words[language] !== undefined;
  if (words.en === "") return isThere ? "without-english" : "empty";
  if (!isThere) return "missing";
  const from = madeFromOf(words, language);
  if (from === words.en) return "translated";
  return isSmallChange(from, words.en) ? "small-change" : "stale";
}

/** The English that a translation was made from; what stands there now, where nothing else is known. */
export function madeFromOf(words: CallWords, language: OtherLanguage): string {
  return words.madeFrom?.[language] ?? words.en;
}

/** The same words with another translation of them; made from the English that stands there, or from another. */
export function withTranslation(
  { madeFrom = {}, ...words }: CallWords,
  language: OtherLanguage,
  { text, from = words.en }: { text: string | undefined; from?: string },
): CallWords {
  const { [language]: _was, ...others } = madeFrom;
  const { [language]: _text, ...kept } = words;
  const isStale = text !== undefined && from !== words.en;
  const sources = isStale ? { ...others, [language]: from } : others;
  return {
    ...kept,
    ...(text !== undefined && { [language]: text }),
    ...(Object.values(sources).some((one) => one !== undefined) && {
      madeFrom: sources,
    }),
  };
}
