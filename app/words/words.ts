import { en, type Words } from "./en.ts";

export type { Words };

const catalogues: Record<string, Words> = { en };

/** The catalogue of a language; English where there is none yet. */
export function wordsIn(language: string): Words {
  return catalogues[language] ?? en;
}
