import type { Words } from "./public-en/words.ts";
import { en } from "./public-en/words.ts";
import { informationWords } from "./public-en/information.ts";
import { informationWords as welshInformation } from "./public-cy/information.ts";
import { cy } from "./public-cy/words.ts";

export type { Words };

/** A language that the public side is shown in needs an entry here, and in the texts below. */
const catalogues = { en, cy } satisfies Record<string, Words>;

export type CatalogueLanguage = keyof typeof catalogues;

/** Each language by the name that it has in itself. */
export const languageNames: Record<CatalogueLanguage, string> = {
  en: "English",
  cy: "Cymraeg",
};

/** The catalogue of a language. */
export function wordsIn(language: CatalogueLanguage): Words {
  return catalogues[language];
}

const information: Record<CatalogueLanguage, typeof informationWords> = {
  en: informationWords,
  cy: welshInformation,
};

/** The long texts, apart from the words that forms need in the browser. */
export function informationIn(
  language: CatalogueLanguage,
): typeof informationWords {
  return information[language];
}
