import { gateWords } from "./public-en/gates.ts";
import { gateWords as welshGates } from "./public-cy/gates.ts";
import type { CatalogueLanguage } from "./words.ts";

const gates: Record<CatalogueLanguage, typeof gateWords> = {
  en: gateWords,
  cy: welshGates,
};

/** What is said of a request that comes to no page: apart from the words that pages need in the browser. */
export function gateWordsIn(language: CatalogueLanguage): typeof gateWords {
  return gates[language];
}
