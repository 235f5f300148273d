import {
  editorAddress,
  translatedTextsAddress,
  translationAddress,
} from "#app/authoring-addresses.ts";
import { type Part, seenOf } from "#app/domain/calls/authoring/working-copy.ts";
import type { OtherLanguage } from "#app/domain/calls/languages.ts";
import type { CallText } from "#app/domain/calls/authoring/translation/call-texts.ts";
import { textsOfScreen } from "#app/domain/calls/authoring/translation/forms.ts";
import {
  madeFromOf,
  standingIn,
  type TextStanding,
} from "#app/domain/calls/authoring/translation/text-standing.ts";
import {
  countTexts,
  nameOfPart,
  seenOfPart,
  textsToTranslate,
  type TranslatedPart,
  translatedParts,
} from "#app/domain/calls/authoring/translation/translated-parts.ts";
import { unfinishedParts } from "#app/domain/calls/authoring/translation/translation-problems.ts";
import { diffWords } from "#app/domain/text/word-diff.ts";
import { type EditorNames, namesIn } from "./call-editor-names.ts";
import type { Edited } from "./edited-call.ts";
import {
  nameText,
  nameTranslatedPart,
  questionOfText,
} from "./call-translation-names.ts";
import { isOffered, tellGaps } from "./call-translation-standing.ts";
import { languageNames } from "./calls.ts";
import { inNumbers, plural } from "./counted.ts";
import { capitalised } from "./call-editor-words.ts";

type InLanguage = Edited & { language: OtherLanguage };

/** How a call stands in one language, part by part. */
export function describeLanguage({ call, copy, language }: InLanguage) {
  const names = namesIn(copy);
  const of = { callSlug: call.slug, language };
  const name = languageNames[language];
  const parts = translatedParts(copy);
  const counts = countTexts(parts, language);
  const unfinished = unfinishedParts(copy, language).length;
  return {
    ...{ name, callTitle: call.definition.title.en },
    backHref: editorAddress(call.slug),
    csvHref: translationAddress(of, "texts.csv"),
    xliffHref: translationAddress(of, "texts.xlf"),
    bringInHref: translationAddress(of, "bring-in"),
    summary: `Of ${plural(counts.texts, "text", "texts")}, ${inNumbers(counts.texts - counts.missing)} ${counts.texts - counts.missing === 1 ? "is" : "are"} translated: ${tellGaps(counts)}.`,
    reading:
      unfinished === 0
        ? `Nobody who chooses ${name} reads English.`
        : `Whoever chooses ${name} reads ${inNumbers(unfinished)} of ${plural(parts.length, "part", "parts")} partly in English or in an older wording.`,
    seen: seenOf(copy, copy.about),
    chosen: [
      ...(isOffered(copy, language) ? ["offered"] : []),
      ...(copy.about.body.wholeIn?.includes(language) ? ["whole"] : []),
    ],
    smallChanges:
      counts.smallChanges > 0
        ? plural(counts.smallChanges, "small change", "small changes")
        : undefined,
    parts: parts.map((part) => {
      const { texts, missing, stale } = countTexts([part], language);
      return {
        name: nameTranslatedPart(part, names),
        href: translatedTextsAddress({ ...of, part: nameOfPart(part) }),
        texts: inNumbers(texts),
        missing: missing > 0 ? inNumbers(missing) : "",
        stale: stale > 0 ? inNumbers(stale) : "",
      };
    }),
  };
}

type Screenful = InLanguage & {
  part: TranslatedPart;
  /** The place of the first text, from 1. */
  first: number;
};

/** The texts of one part, the English of each beside its translation. */
export function describeTranslationForm(of: Screenful) {
  const { call, copy, language, part, first } = of;
  const names = namesIn(copy);
  const texts = textsToTranslate(part, language);
  const shown = texts.slice(first - 1, first - 1 + textsOfScreen);
  const heading = nameTranslatedPart(part, names);
  return {
    ...{ heading, language, languageName: languageNames[language] },
    callTitle: call.definition.title.en,
    backHref: translationAddress({ callSlug: call.slug, language }),
    seen: seenOfPart(copy, part),
    range:
      shown.length < texts.length
        ? `Texts ${inNumbers(first)} to ${inNumbers(first - 1 + shown.length)} of ${inNumbers(texts.length)}`
        : undefined,
    groups: groupTexts(shown, { names, language, part }),
  };
}

/** Where the next texts stand; where there are none, the language's own page. */
export function nextTexts({ call, copy, language, part, first }: Screenful) {
  const of = { callSlug: call.slug, language };
  if (textsToTranslate(part, language).length >= first + textsOfScreen)
    return translatedTextsAddress(
      { ...of, part: nameOfPart(part) },
      first + textsOfScreen,
    );
  const parts = translatedParts(copy).map(nameOfPart);
  const next = parts[parts.indexOf(nameOfPart(part)) + 1];
  return next === undefined
    ? translationAddress(of)
    : translatedTextsAddress({ ...of, part: next });
}

function groupTexts(
  texts: CallText[],
  {
    names,
    language,
    part,
  }: { names: EditorNames; language: OtherLanguage; part: TranslatedPart },
) {
  type Placed = ReturnType<typeof describeText> & { place: number };
  const headings = new Map<string, Placed[]>();
  for (const [index, text] of texts.entries()) {
    const question = questionOfText(text);
    const heading =
      question === undefined
        ? ownHeadings[part.kind]
        : capitalised(`question ${names.question(question)}`);
    const group = headings.get(heading) ?? [];
    group.push({ ...describeText(text, language), place: index + 1 });
    headings.set(heading, group);
  }
  return [...headings].map(([heading, members]) => ({
    heading,
    texts: members,
  }));
}

const ownHeadings: Record<Part["kind"], string> = {
  about: "What the call says of itself",
  page: "The page itself",
  section: "Titles of the sections",
  equality: "Above the questions",
  condition: "Rules",
};

export const standingTags: Partial<
  Record<
    TextStanding,
    { words: string; colour: "grey" | "orange" | "yellow" | "purple" }
  >
> = {
  missing: { words: "Missing", colour: "grey" },
  stale: { words: "Stale", colour: "orange" },
  "small-change": { words: "Small change", colour: "yellow" },
  "without-english": { words: "No English", colour: "purple" },
};

function describeText(text: CallText, language: OtherLanguage) {
  const { id, words } = text;
  const standing = standingIn(words, language);
  const isStale = standing === "stale" || standing === "small-change";
  return {
    ...{ id, standing, tag: standingTags[standing] },
    name: nameText(text),
    english: words.en,
    translation: words[language] ?? "",
    runs: isStale ? diffWords(madeFromOf(words, language), words.en) : [],
    rows: Math.min(12, Math.max(1, Math.ceil(words.en.length / 45))),
  };
}
