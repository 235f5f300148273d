import {
  translatedTextsAddress,
  translationAddress,
} from "#app/authoring-addresses.ts";
import type { WorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import {
  type OtherLanguage,
  otherLanguages,
} from "#app/domain/calls/languages.ts";
import { diffWords } from "#app/domain/text/word-diff.ts";
import {
  madeFromOf,
  standingIn,
} from "#app/domain/calls/authoring/translation/text-standing.ts";
import {
  countTexts,
  nameOfPart,
  textsToTranslate,
  translatedParts,
  type TranslationCounts,
} from "#app/domain/calls/authoring/translation/translated-parts.ts";
import {
  type TranslationProblem,
  unfinishedParts,
} from "#app/domain/calls/authoring/translation/translation-problems.ts";
import { namesIn } from "./call-editor-names.ts";
import { nameText, nameTranslatedPart } from "./call-translation-names.ts";
import type { Edited } from "./edited-call.ts";
import { languageNames } from "./calls.ts";
import { inNumbers, plural } from "./counted.ts";

/** That a language which must be whole is not. */
export function tellUnfinished({
  language,
  missing,
  stale,
}: Pick<TranslationProblem, "language" | "missing" | "stale">): string {
  return `The call must be whole in ${languageNames[language]}, and ${tellGaps({ missing, stale })}.`;
}

/** "3 texts are missing and 1 is stale"; of what is whole, that nothing is. */
export function tellGaps({
  missing,
  stale,
}: Pick<TranslationCounts, "missing" | "stale">): string {
  const gaps = [
    ...(missing > 0
      ? [plural(missing, "text is missing", "texts are missing")]
      : []),
    ...(stale > 0 ? [plural(stale, "text is stale", "texts are stale")] : []),
  ];
  return gaps.length > 0 ? gaps.join(" and ") : "nothing is missing or stale";
}

/** A line for each language that a call has or could have, for the editor's page. */
export function listLanguages({ call, copy }: Edited) {
  return otherLanguages.map((language) => {
    const counts = countTexts(translatedParts(copy), language);
    const isBegun = counts.missing < counts.texts;
    return {
      language,
      name: languageNames[language],
      href: translationAddress({ callSlug: call.slug, language }),
      words: [
        isOffered(copy, language) ? "offered to the public" : "not offered",
        isBegun ? tellGaps(counts) : "nothing is translated",
      ].join("; "),
    };
  });
}

export function isOffered(
  { about }: Pick<WorkingCopy, "about">,
  language: OtherLanguage,
): boolean {
  return about.body.alsoIn?.includes(language) ?? false;
}

/** More stale texts than these are counted, not shown. */
const mostStaleShown = 30;

/** How each language stands that is offered or begun, for whoever publishes or approves. */
export function describeTranslations({ call, copy }: Edited) {
  return otherLanguages
    .map((language) => ({
      language,
      counts: countTexts(translatedParts(copy), language),
      offered: isOffered(copy, language),
    }))
    .filter(({ counts, offered }) => offered || counts.missing < counts.texts)
    .map((one) => describeOne(copy, { ...one, callSlug: call.slug }));
}

type OfLanguage = {
  language: OtherLanguage;
  counts: TranslationCounts;
  offered: boolean;
  callSlug: string;
};

function describeOne(
  copy: WorkingCopy,
  { language, counts, offered, callSlug }: OfLanguage,
) {
  const names = namesIn(copy);
  const name = languageNames[language];
  const unfinished = unfinishedParts(copy, language);
  const stale = staleTexts(copy, language);
  return {
    ...{ language, name },
    summary: `${offered ? "Offered to the public" : "Not offered to the public"}. Of ${plural(counts.texts, "text", "texts")}, ${tellGaps(counts)}.`,
    meaning: meaningOf(name, offered, unfinished.length),
    // While nobody can choose it, how much is missing is enough.
    parts: (offered ? unfinished : []).map(({ part, counts: gaps }) => ({
      name: nameTranslatedPart(part, names),
      words: tellGaps(gaps),
      href: translatedTextsAddress({
        ...{ callSlug, language },
        part: nameOfPart(part),
      }),
    })),
    stale: stale.slice(0, mostStaleShown),
    more:
      stale.length > mostStaleShown
        ? `And ${inNumbers(stale.length - mostStaleShown)} more.`
        : undefined,
  };
}

/** What is missing is read in English, and what is stale in its older meaning. */
function meaningOf(name: string, offered: boolean, unfinished: number) {
  if (unfinished === 0) return `Everything is in ${name}.`;
  return offered
    ? `What is missing is shown in English and marked so. What is stale is shown in ${name} as it was.`
    : undefined;
}

function staleTexts(copy: WorkingCopy, language: OtherLanguage) {
  const names = namesIn(copy);
  const stale = translatedParts(copy).flatMap((part) =>
    textsToTranslate(part, language)
      .filter(({ words }) =>
        ["stale", "small-change"].includes(standingIn(words, language)),
      )
      .map((text) => ({ part, text })),
  );
  return stale.map(({ part, text }) => ({
    name: `${nameTranslatedPart(part, names)}: ${nameText(text)}`,
    runs: diffWords(
      madeFromOf(text.words, language),
      text.words.en,
      stale.length,
    ),
    translation: text.words[language] ?? "",
  }));
}
