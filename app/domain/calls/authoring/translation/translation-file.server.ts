import { createHash } from "node:crypto";
import { csvStart, readInert, writeCsvRow } from "../../../text/csv.ts";
import { parseCsvTable } from "../../../text/csv-table.server.ts";
import { tidyText } from "../../../text/foreign-text.ts";
import { keepByText } from "../../../text/keep-by-text.ts";
import type { OtherLanguage } from "../../languages.ts";
import type { WorkingCopy } from "../working-copy.ts";
import type { CallText } from "./call-texts.ts";
import { isXml, readTranslationXliff } from "./translation-xliff.server.ts";
import {
  maxTranslationCharacters,
  maxTranslationRows,
  type TranslationFault,
  type TranslationRow,
} from "./translation-files.ts";
import { textsToTranslate, translatedParts } from "./translated-parts.ts";

/** What a text was, told from its signs: sixteen of its hash are enough between a few thousand. */
export const hashOfText = keepByText((text) =>
  createHash("sha256").update(tidyText(text)).digest("hex").slice(0, 16),
);

/**
 * Every text of a call as a table for a translator: its id, where it stands, its
 * English, its translation, and what both were when the table was taken out.
 */
export function writeTranslationCsv(
  copy: WorkingCopy,
  language: OtherLanguage,
  tell: (text: CallText) => { where: string; state: string },
): string {
  const texts = translatedParts(copy).flatMap((part) =>
    textsToTranslate(part, language),
  );
  const rows = texts.map((text) => {
    const { where, state } = tell(text);
    const { en, [language]: translation = "" } = text.words;
    const check = `${hashOfText(en)}.${hashOfText(translation)}`;
    return writeCsvRow([where, state, en, translation, text.id, check]);
  });
  const heading = ["where", "state", "en", language, "id", "check"];
  return csvStart + writeCsvRow(heading) + rows.join("");
}

/** Reads what a translator sends back, as a table or as XLIFF. */
export async function readTranslations(text: string, language: OtherLanguage) {
  return isXml(text)
    ? readTranslationXliff(text, language)
    : readTranslationCsv(text, language);
}

/** Reads such a table: its columns are found by their names, in any order. */
export function readTranslationCsv(
  text: string,
  language: OtherLanguage,
):
  | { ok: true; rows: TranslationRow[] }
  | { ok: false; fault: TranslationFault } {
  if (text.length > maxTranslationCharacters) return refused("too-long");
  const table = parseCsvTable(text, maxTranslationRows);
  if (!table) return refused("unreadable");
  const [head, ...body] = table;
  const names = (head?.record ?? []).map((cell) => cell.trim().toLowerCase());
  if (!names.includes("id") || !names.includes(language))
    return refused("no-columns");
  if (body.length > maxTranslationRows) return refused("too-many");
  const rows = body.map(({ record }): TranslationRow => {
    const cell = (name: string) => record[names.indexOf(name)] ?? "";
    const words = (name: string) => tidyText(readInert(cell(name)));
    const [english = "", translation = ""] = cell("check").trim().split(".");
    return {
      ...{ id: cell("id").trim(), where: cell("where").slice(0, 300) },
      ...{ english: words("en"), translation: words(language) },
      takenOut: { english, translation },
    };
  });
  return rows.some(({ id }) => id !== "")
    ? { ok: true, rows }
    : refused("no-columns");
}

function refused(reason: TranslationFault["reason"]) {
  return { ok: false as const, fault: { reason } };
}
