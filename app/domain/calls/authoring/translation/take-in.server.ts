import { tidyText } from "../../../text/foreign-text.ts";
import type { OtherLanguage } from "../../languages.ts";
import type { WorkingCopy } from "../working-copy.ts";
import type { Edit } from "../working-copy.server.ts";
import { type CallText, changeTexts, textsOf } from "./call-texts.ts";
import { withTranslation } from "./text-standing.ts";
import { hashOfText } from "./translation-file.server.ts";
import type { TranslationRow } from "./translation-files.ts";

const mostCharacters = 20_000;

/** What one row of a table would change. */
export type IncomingText = {
  text: CallText;
  before: string | undefined;
  after: string;
  /** The English that it was made from. */
  from: string;
  /** That English reads otherwise by now: it comes in as stale. */
  isStale: boolean;
  /** Somebody changed the translation here since the table was taken out. */
  isChangedHere: boolean;
};

export type IncomingTranslation = {
  changes: IncomingText[];
  /** Rows whose id no text has: its text was removed, or the id was changed. */
  unknown: TranslationRow[];
  /** Ids that stand in several rows with different words. */
  twice: TranslationRow[];
  tooLong: TranslationRow[];
  /** Those whose translation has marks of a program in it. */
  marked: TranslationRow[];
  /** Rows that say what stands there, or nothing. */
  unchanged: number;
};

/** What taking in a table comes to. A row that the translator left as it was, or empty, changes nothing. */
export function planTranslation(
  copy: WorkingCopy,
  rows: readonly TranslationRow[],
  language: OtherLanguage,
): IncomingTranslation {
  const texts = new Map(textsOf(copy).map((text) => [text.id, text]));
  const plan: IncomingTranslation = {
    ...{
      changes: [],
      unknown: [],
      twice: [],
      tooLong: [],
      marked: [],
      unchanged: 0,
    },
  };
  const taken = new Map<string, string>();
  for (const row of rows) {
    const text = texts.get(row.id);
    const isNew = row.translation !== "" && !isAsTakenOut(row);
    if (!text) {
      if (row.id !== "" || row.translation !== "") plan.unknown.push(row);
    } else if (!isNew || isThere(text, language, row)) plan.unchanged += 1;
    else if (row.hasMarkup) plan.marked.push(row);
    else if (row.translation.length > mostCharacters) plan.tooLong.push(row);
    else if (taken.has(row.id)) {
      if (taken.get(row.id) !== row.translation) plan.twice.push(row);
    } else {
      taken.set(row.id, row.translation);
      plan.changes.push(incoming(text, language, row));
    }
  }
  return plan;
}

function isAsTakenOut({ translation, takenOut }: TranslationRow): boolean {
  return takenOut.translation === hashOfText(translation);
}

function isThere(
  { words }: CallText,
  language: OtherLanguage,
  { translation }: TranslationRow,
): boolean {
  return tidyText(words[language] ?? "") === translation;
}

function incoming(
  text: CallText,
  language: OtherLanguage,
  { translation, english, takenOut }: TranslationRow,
): IncomingText {
  const { en, [language]: before } = text.words;
  // What says nothing of the English is read as if it was typed here and now.
  const saysNothing = english === "" && takenOut.english === "";
  const isSame =
    saysNothing ||
    takenOut.english === hashOfText(en) ||
    english === tidyText(en);
  return {
    ...{ text, before, after: translation },
    from: isSame ? en : english,
    isStale: !isSame,
    isChangedHere:
      takenOut.translation !== "" &&
      takenOut.translation !== hashOfText(before ?? ""),
  };
}

/** Which working copy a plan was made of. */
export function seenOfCopy({
  basedOn,
  rowVersion,
}: Pick<WorkingCopy, "basedOn" | "rowVersion">): string {
  return `${basedOn}.${rowVersion}`;
}

/** Takes in what was shown; refused where anything of the call was changed since. */
export function takeInTranslation(
  copy: WorkingCopy,
  of: {
    rows: readonly TranslationRow[];
    language: OtherLanguage;
    seen: string;
  },
): Edit<"changed-meanwhile"> {
  const { rows, language, seen } = of;
  if (seenOfCopy(copy) !== seen) return { refused: "changed-meanwhile" };
  const { changes } = planTranslation(copy, rows, language);
  const incomingById = new Map(changes.map((one) => [one.text.id, one]));
  const after = changeTexts(copy, (words, id) => {
    const one = incomingById.get(id);
    return one
      ? withTranslation(words, language, { text: one.after, from: one.from })
      : words;
  });
  return { after, did: { what: "translation-file" } };
}
