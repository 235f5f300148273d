import { en, type Words } from "./public-en/words.ts";
import { informationWords } from "./public-en/information.ts";

export type { Words };

const catalogues: Record<string, Words> = { en };

/** The catalogue of a language; English where there is none yet. */
export function wordsIn(language: string): Words {
  return catalogues[language] ?? en;
}

/** The long texts, apart from the words that forms need in the browser. */
export function informationIn(_language: string): typeof informationWords {
  return informationWords;
}
