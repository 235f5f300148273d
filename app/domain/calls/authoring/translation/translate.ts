import { type Part, seenOf, type WorkingCopy } from "../working-copy.ts";
import type { Edit } from "../working-copy.server.ts";
import {
  type CallWords,
  type OtherLanguage,
  otherLanguages,
} from "../../languages.ts";
import { changeTexts } from "./call-texts.ts";
import { standingIn, withTranslation } from "./text-standing.ts";
import { findTranslatedPart, seenOfPart } from "./translated-parts.ts";

/** What somebody typed for one text. */
export type TypedText = {
  id: string;
  /** Empty where it is to have no translation. */
  text: string;
  /** It fits the English that stands there now, as it is. */
  fits: boolean;
};

/** Translates the texts of one part; what was typed as it stood is no translation anew. */
export function translateTexts(
  copy: WorkingCopy,
  of: {
    seen: string;
    /** As `nameOfPart` says it. */
    part: string;
    language: OtherLanguage;
    texts: readonly TypedText[];
  },
): Edit<"changed-meanwhile" | "gone"> {
  const { language } = of;
  const part = findTranslatedPart(copy, of.part);
  if (!part) return { refused: "gone" };
  if (seenOfPart(copy, part) !== of.seen)
    return { refused: "changed-meanwhile" };
  const typed = new Map(of.texts.map((text) => [text.id, text]));
  const after = changeTexts(copy, (words, id) => {
    const text = typed.get(id);
    return text ? asTyped(words, language, text) : words;
  });
  return { after, did: { what: "translation", key: of.part } };
}

/** Texts that stand on one line wherever they are read. */
const linesOfText: ReadonlySet<string> = new Set([
  ...["title", "label", "sendLabel", "audience", "itemName", "who", "reached"],
]);

function asTyped(
  words: CallWords,
  language: OtherLanguage,
  { id, text: typed, fits }: TypedText,
): CallWords {
  const isLine = linesOfText.has(id.slice(id.lastIndexOf("/") + 1));
  const text = isLine ? typed.replace(/\s+/g, " ") : typed;
  if (text === "")
    return words[language] === undefined
      ? words
      : withTranslation(words, language, { text: undefined });
  if (text !== words[language]?.trim())
    return fitting(withTranslation(words, language, { text }), language);
  return fits ? fitting(words, language) : words;
}

/** Said in so many words, or the English that it was made from would be kept. */
function fitting(words: CallWords, language: OtherLanguage): CallWords {
  return { ...words, madeFrom: { ...words.madeFrom, [language]: words.en } };
}

/** Says of every translation whose English was changed in commas, capitals and spaces alone that it fits. */
export function acceptSmallChanges(
  copy: WorkingCopy,
  language: OtherLanguage,
): Edit<never> {
  const after = changeTexts(copy, (words) =>
    standingIn(words, language) === "small-change"
      ? fitting(words, language)
      : words,
  );
  return { after, did: { what: "small-changes" } };
}

/** Whether the public can choose a language, and whether it must be whole then. */
export function offerLanguage(
  copy: WorkingCopy,
  of: {
    seen: string;
    language: OtherLanguage;
    isOffered: boolean;
    isWhole: boolean;
  },
): Edit<"changed-meanwhile"> {
  const { about } = copy;
  if (seenOf(copy, about) !== of.seen) return { refused: "changed-meanwhile" };
  const listed = (list: OtherLanguage[] | undefined, isIn: boolean) => {
    const all = otherLanguages.filter((one) =>
      one === of.language ? isIn : list?.includes(one),
    );
    return all.length > 0 ? all : undefined;
  };
  const body: Part<"about">["body"] = {
    ...about.body,
    alsoIn: listed(about.body.alsoIn, of.isOffered),
    wholeIn: listed(about.body.wholeIn, of.isWhole),
  };
  const after = { ...copy, about: { ...about, body } };
  return { after, did: { what: "languages" } };
}
