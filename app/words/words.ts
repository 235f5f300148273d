import { en, type Words } from "./public-en/words.ts";
import { informationWords } from "./public-en/information.ts";

export type { Words };

/** A language that a call can be answered in needs an entry here. Welsh is English until it is translated. */
const catalogues = { en, cy: en } satisfies Record<string, Words>;

export type CatalogueLanguage = keyof typeof catalogues;

/** The catalogue of a language. */
export function wordsIn(language: CatalogueLanguage): Words {
  return catalogues[language];
}

/** The long texts, apart from the words that forms need in the browser. */
export function informationIn(
  _language: CatalogueLanguage,
): typeof informationWords {
  return informationWords;
}
