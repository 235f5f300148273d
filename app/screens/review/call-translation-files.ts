import { translationAddress } from "#app/authoring-addresses.ts";
import type { CallText } from "#app/domain/calls/authoring/translation/call-texts.ts";
import type {
  IncomingText,
  IncomingTranslation,
} from "#app/domain/calls/authoring/translation/take-in.server.ts";
import { standingIn } from "#app/domain/calls/authoring/translation/text-standing.ts";
import { translatedParts } from "#app/domain/calls/authoring/translation/translated-parts.ts";
import {
  maxTranslationBytes,
  maxTranslationCharacters,
  maxTranslationRows,
  type TranslationFault,
  type TranslationRow,
} from "#app/domain/calls/authoring/translation/translation-files.ts";
import type { OtherLanguage } from "#app/domain/calls/languages.ts";
import { namesIn } from "./call-editor-names.ts";
import type { Edited } from "./edited-call.ts";
import { standingTags } from "./call-translation.ts";
import {
  nameText,
  nameTranslatedPart,
  questionOfText,
} from "./call-translation-names.ts";
import { languageNames } from "./calls.ts";
import { inNumbers, plural } from "./counted.ts";

/** Where a text stands, for somebody who has only the table. */
export function placesOfTexts(copy: Edited["copy"]) {
  const names = namesIn(copy);
  const placeOf = ({ kind, key }: CallText["part"]) => `${kind} ${key}`;
  const places = new Map(
    translatedParts(copy).flatMap((one) => {
      const name = nameTranslatedPart(one, names);
      return one.parts.map((part) => [placeOf(part), name] as const);
    }),
  );
  return (text: CallText): string => {
    const place = places.get(placeOf(text.part));
    const question = questionOfText(text);
    return [
      ...(place === undefined ? [] : [place]),
      ...(question === undefined ? [] : [names.question(question)]),
      nameText(text),
    ].join(": ");
  };
}

/** What a table says of each text beside its words. */
export function tellTexts(copy: Edited["copy"], language: OtherLanguage) {
  const where = placesOfTexts(copy);
  return (text: CallText) => ({
    where: where(text),
    state: standingTags[standingIn(text.words, language)]?.words ?? "",
  });
}

/** The page on which a table is brought in. */
export function describeBringIn({
  call,
  language,
}: Edited & { language: OtherLanguage }) {
  return {
    ...{ name: languageNames[language], language },
    callTitle: call.definition.title.en,
    backHref: translationAddress({ callSlug: call.slug, language }),
  };
}

/** More than these are counted, not shown. */
const mostShown = 200;

/** What bringing in a table comes to, before it is done. */
export function describeIncomingTranslation(
  plan: IncomingTranslation,
  { copy, seen }: { copy: Edited["copy"]; seen: string },
) {
  const { changes, unknown, twice, tooLong, marked, unchanged } = plan;
  const where = placesOfTexts(copy);
  return {
    seen,
    canBeTaken: changes.length > 0,
    summary: `${plural(changes.length, "text changes", "texts change")}; ${plural(unchanged, "row changes", "rows change")} nothing.`,
    changes: changes.slice(0, mostShown).map((one) => ({
      where: where(one.text),
      before: one.before,
      after: one.after,
      notes: notesOf(one),
    })),
    more:
      changes.length > mostShown
        ? `And ${inNumbers(changes.length - mostShown)} more.`
        : undefined,
    leftOut: [
      ...leftOut(unknown, "no text of the call has this id"),
      ...leftOut(twice, "it stands there twice, and the first is taken"),
      ...leftOut(marked, "its translation has marks of a program in it"),
      ...leftOut(tooLong, "it is longer than 20,000 characters"),
    ],
  };
}

function notesOf({ isStale, isChangedHere }: IncomingText): string[] {
  return [
    ...(isStale
      ? ["The English was changed since: it comes in as stale."]
      : []),
    ...(isChangedHere
      ? ["Somebody changed the translation here since the table was taken out."]
      : []),
  ];
}

function leftOut(rows: readonly TranslationRow[], why: string): string[] {
  const shown = rows
    .slice(0, mostShown)
    .map(({ id, where }) => `${where || id || "A row without an id"}: ${why}`);
  return rows.length > mostShown
    ? [...shown, `And ${inNumbers(rows.length - mostShown)} more: ${why}`]
    : shown;
}

export const translationFileMissing = {
  "file-missing": "Choose a file, or paste its text",
};
export const translationFileTooBig = `The file must be smaller than ${maxTranslationBytes / 1_000_000} MB`;
export const translationFileNotUtf8 =
  "The file is not written in UTF-8. Save it anew as “CSV UTF-8”";

/** Why a file cannot be brought in. */
export const translationFaults: Record<TranslationFault["reason"], string> = {
  "too-long": `The file must have ${inNumbers(maxTranslationCharacters)} characters or less`,
  unreadable:
    "The file cannot be read as a table or as XLIFF. Save a table as CSV, with its cells in quotes",
  doctype:
    "The file has a DOCTYPE or an ENTITY in it, which XLIFF does not need. Take it out",
  "other-language": "The file is in another language than this page",
  "no-units": "The file has no texts in it",
  "no-columns":
    "The table has no column “id”, or none of this language. Its first row must be as it was taken out",
  "too-many": `The file must have ${inNumbers(maxTranslationRows)} texts or less`,
};

export const translationsBroughtIn = {
  kind: "success",
  text: "The translations are brought in.",
} as const;
export const changedSincePreview =
  "Somebody changed the call since this was shown, so nothing was brought in. This is what it comes to now.";
