import type { Language } from "#app/domain/calls/languages.ts";
import type { ReferenceFormat } from "#app/domain/evidence/write-references.ts";
import { wordsIn } from "#app/words/words.ts";

const formats = ["ris", "bibtex", "csl-json"] as const;

/** Pieces of evidence as files for reference managers: where each is, and what leads there. */
export function describeFormats(
  addressOf: (format: ReferenceFormat) => string,
  language: Language,
) {
  const words = wordsIn(language).evidence;
  return {
    lead: words.takeAway,
    links: formats.map((format) => ({
      to: addressOf(format),
      label: words.formats[format],
    })),
  };
}
