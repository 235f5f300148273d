import type { Language } from "./languages.ts";

/**
 * A call's texts that a page in this language shows in English, because there
 * are no others: so that a page can say of each which language it is in. A text
 * that stands somewhere in the language itself is none of them.
 */
export function borrowedTexts(
  call: object,
  language: Language,
): ReadonlySet<string> {
  const borrowed = new Set<string>();
  const own = new Set<string>();
  if (language === "en") return borrowed;
  const walk = (part: unknown) => {
    if (typeof part !== "object" || part === null) return;
    if (isWords(part)) {
      const translated = part[language];
      if (translated === undefined) borrowed.add(part.en);
      else own.add(translated);
    } else for (const inner of Object.values(part)) walk(inner);
  };
  walk(call);
  for (const text of own) borrowed.delete(text);
  return borrowed;
}

type Words = { en: string } & Partial<Record<Language, string>>;

function isWords(part: object): part is Words {
  return "en" in part && typeof part.en === "string";
}
