import type { OtherLanguage } from "../../languages.ts";
import type { WorkingCopy } from "../working-copy.ts";
import type { CallText } from "./call-texts.ts";
import { madeFromOf, standingIn, type TextStanding } from "./text-standing.ts";
import { textsToTranslate, translatedParts } from "./translated-parts.ts";
import { hashOfText } from "./translation-file.server.ts";

/**
 * Every text of a call as XLIFF 1.2, which every translator's program takes
 * (docs/decisions/376): its id, its English, its translation and how that stands,
 * where the text is found, and in `extradata` what both were when it was taken out.
 */
export function writeTranslationXliff(
  copy: WorkingCopy,
  of: { language: OtherLanguage; name: string },
  tell: (text: CallText) => { where: string },
): string {
  const { language, name } = of;
  const units = translatedParts(copy)
    .flatMap((part) => textsToTranslate(part, language))
    .filter(({ words }) => words.en !== "")
    .map((text) => writeUnit(text, language, tell(text).where));
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file original="${escapeXml(name)}" source-language="en" target-language="${language}" datatype="plaintext" xml:space="preserve"><body>
${units.join("\n")}
</body></file>
</xliff>
`;
}

const states: Partial<Record<TextStanding, string>> = {
  translated: "translated",
  "small-change": "needs-review-translation",
  stale: "needs-review-translation",
};

function writeUnit(
  { id, words }: CallText,
  language: OtherLanguage,
  where: string,
): string {
  const { en, [language]: translation } = words;
  const standing = standingIn(words, language);
  const check = `${hashOfText(en)}.${hashOfText(translation ?? "")}`;
  const target =
    translation === undefined
      ? ""
      : `<target state="${states[standing] ?? "translated"}">${escapeXml(translation)}</target>`;
  const before = madeFromOf(words, language);
  // What it was translated from is offered as a match that is near.
  const earlier =
    translation === undefined || before === en
      ? ""
      : `<alt-trans alttranstype="previous-version"><source>${escapeXml(before)}</source><target>${escapeXml(translation)}</target></alt-trans>`;
  return `<trans-unit id="${escapeXml(id)}" extradata="${check}"><source>${escapeXml(en)}</source>${target}<note>${escapeXml(where)}</note>${earlier}</trans-unit>`;
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Without the characters that no XML may hold. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, (character) => entities[character] ?? "");
}
