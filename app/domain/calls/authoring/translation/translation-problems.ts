import type { WorkingCopy } from "../working-copy.ts";
import type { OtherLanguage } from "../../languages.ts";
import {
  countTexts,
  type TranslatedPart,
  translatedParts,
  type TranslationCounts,
} from "./translated-parts.ts";

/** A part that the public would read partly in English, or in an older meaning. */
export type UnfinishedPart = {
  part: TranslatedPart;
  counts: TranslationCounts;
};

/** The parts in which something is missing or stale in a language. */
export function unfinishedParts(
  copy: WorkingCopy,
  language: OtherLanguage,
): UnfinishedPart[] {
  return translatedParts(copy)
    .map((part) => ({ part, counts: countTexts([part], language) }))
    .filter(({ counts }) => counts.missing + counts.stale > 0);
}

/** A language in which a call is offered and has to be whole, and is not. */
export type TranslationProblem = {
  reason: "translation-unfinished";
  language: OtherLanguage;
  missing: number;
  stale: number;
};

/** What stands against publishing, of the languages that must be whole. */
export function translationProblems(copy: WorkingCopy): TranslationProblem[] {
  const { alsoIn = [], wholeIn = [] } = copy.about.body;
  return alsoIn
    .filter((language) => wholeIn.includes(language))
    .map((language) => ({
      ...{ reason: "translation-unfinished" as const, language },
      ...pick(countTexts(translatedParts(copy), language)),
    }))
    .filter(({ missing, stale }) => missing + stale > 0);
}

const pick = ({ missing, stale }: TranslationCounts) => ({ missing, stale });
