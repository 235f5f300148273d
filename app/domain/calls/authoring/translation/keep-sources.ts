import {
  type CallWords,
  type OtherLanguage,
  otherLanguages,
} from "../../languages.ts";
import type { WorkingCopy } from "../working-copy.ts";
import { changeTexts, textsOf } from "./call-texts.ts";
import { madeFromOf, withTranslation } from "./text-standing.ts";

/**
 * What an edit made, with the English that each translation was made from kept
 * where the edit changed it and left the translation as it was. An edit that
 * knows better says so: it writes the English that the translation now fits.
 */
export function keepSources(
  before: WorkingCopy,
  after: WorkingCopy,
): WorkingCopy {
  const texts = textsOf(before);
  const old = new Map(texts.map(({ id, words }) => [id, words]));
  const known = new Set(
    texts.flatMap(({ words }) => otherLanguages.map(pairIn(words))),
  );
  return changeTexts(after, (words, id) =>
    otherLanguages.reduce(
      (kept, language) =>
        keepSource(kept, language, {
          was: old.get(id),
          // What moved from another place brought its English along.
          isKnown: known.has(pairIn(kept)(language)),
        }),
      words,
    ),
  );
}

const pairIn = (words: CallWords) => (language: OtherLanguage) =>
  JSON.stringify([words.en, words[language], madeFromOf(words, language)]);

function keepSource(
  words: CallWords,
  language: OtherLanguage,
  { was, isKnown }: { was: CallWords | undefined; isKnown: boolean },
): CallWords {
  const text = words[language];
  const said = words.madeFrom?.[language];
  if (text === undefined || said !== undefined)
    return said === undefined
      ? words
      : withTranslation(words, language, { text, from: said });
  if (isKnown || was?.[language] !== text) return words;
  const from = madeFromOf(was, language);
  return withTranslation(words, language, { text, from });
}
