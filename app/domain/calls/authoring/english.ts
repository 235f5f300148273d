import { type CallWords, isTranslated } from "../languages.ts";

/** What a form may say of a translation that would go with its English. */
export type AboutTranslations = {
  /** Whether somebody said that it may. */
  dropsWelsh?: "yes" | undefined;
};

/** Another English; a translation stays as it is. Empty, there is no such text. */
export function inEnglish(
  words: CallWords | undefined,
  en: string,
): CallWords | undefined {
  return en === "" ? undefined : { ...words, en };
}

/** Whether a text that is translated would go without anybody having said so. */
export function losesWelsh(
  { dropsWelsh }: AboutTranslations,
  ...texts: { words: CallWords | undefined; en: string }[]
): boolean {
  if (dropsWelsh === "yes") return false;
  return texts.some(({ words, en }) => en === "" && isTranslated(words));
}
