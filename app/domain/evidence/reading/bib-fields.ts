import type { Entry } from "@retorquere/bibtex-parser";
import type {
  CslNameField,
  CslTextField,
  CslType,
} from "../../calls/evidence-items/csl.ts";
import { cslOfBib } from "./bib-types.ts";
import { placeOfExtra } from "./extra-lines.ts";
import {
  addName,
  addText,
  emptyRecord,
  type RawName,
  type RawRecord,
} from "./raw-record.ts";

/** What keywords are called while they are parsed. */
export const keywordsAsWritten = "keywordsaswritten";

/** The first of several is the one that is written; where a work has both, the first is believed. */
export const bibTexts: [CslTextField, string[]][] = [
  ["title", ["title"]],
  ["title-short", ["shorttitle"]],
  ["container-title", ["journal", "journaltitle", "booktitle", "maintitle"]],
  ["container-title-short", ["shortjournal", "journalabbr"]],
  ["collection-title", ["series"]],
  ["volume", ["volume"]],
  ["issue", ["issue"]],
  ["page", ["pages"]],
  ["number", ["number", "eid"]],
  ["edition", ["edition"]],
  ["genre", ["type"]],
  ["publisher", ["publisher", "institution", "school", "organization"]],
  ["publisher-place", ["address", "location"]],
  ["language", ["language", "langid"]],
  ["DOI", ["doi"]],
  ["URL", ["url", "biburl"]],
  ["ISSN", ["issn"]],
  ["ISBN", ["isbn"]],
  ["source", ["source"]],
  ["call-number", ["callnumber", "library"]],
  ["keyword", ["keywords", keywordsAsWritten]],
  ["abstract", ["abstract"]],
  ["note", ["note", "annote", "annotation"]],
];

export const bibNames: [CslNameField, string[]][] = [
  ["author", ["author"]],
  ["editor", ["editor"]],
  ["collection-editor", ["serieseditor"]],
  ["contributor", ["collaborator"]],
];

/** A journal's number is its issue, and what else it has is an `eid`; a report's number is its own. */
export function isOfPeriodical(type: CslType): boolean {
  return type.startsWith("article");
}

export function recordOfEntry(line: number, entry: Entry): RawRecord {
  const fields: Record<string, unknown> = entry.fields;
  const mend = angleMender(entry.input);
  const textOf = (name: string) => mend(textIn(fields[name]));
  const type = cslOfBib(entry.type, textOf("entrysubtype"));
  const record = emptyRecord(line, type);
  for (const [field, names] of bibTexts)
    for (const name of names)
      addText(
        record,
        field,
        field === "keyword" ? keywordsIn(textOf(name)) : textOf(name),
      );
  const number = textOf("number");
  if (isOfPeriodical(type) && number && !textOf("issue")) {
    record.texts.issue = [number];
    record.texts.number = [textOf("eid") ?? ""].filter(Boolean);
  }
  for (const [field, names] of bibNames)
    for (const name of names)
      for (const one of creatorsIn(fields[name])) addName(record, field, one);
  for (const [name, value] of Object.entries(fields)) {
    const place = placeOfExtra(name);
    const text = mend(textIn(value));
    if (!place || text === undefined) continue;
    if ("text" in place) addText(record, place.text, text);
    else record.own[place.own] = text;
  }
  record.dates = datesIn(textOf);
  return record;
}

/** TeX's old fonts show < and > as ¡ and ¿, and so does the parser; whoever writes an abstract means < and >. */
function angleMender(input: string) {
  const isSpanish = /[¡¿]|[!?]`|textexclamdown|textquestiondown/.test(input);
  return (text: string | undefined) => {
    const plain = text?.replace(/ˋ/g, "`");
    return isSpanish ? plain : plain?.replace(/¡/g, "<").replace(/¿/g, ">");
  };
}

/** Between commas, where no semicolon says that it stands between. */
function keywordsIn(text: string | undefined): string | undefined {
  return text?.includes(";") ? text : text?.replace(/,/g, ";");
}

function textIn(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return undefined;
  const texts = value.filter((one) => typeof one === "string");
  return texts.length > 0 ? texts.join("; ") : undefined;
}

function datesIn(textOf: (name: string) => string | undefined): string[] {
  const year = textOf("year");
  const month = textOf("month");
  const ofMonth =
    year && month && /^\d{1,2}$/.test(month) && `${year}-${month}`;
  return [textOf("date"), ofMonth, year].flatMap((date) => date || []);
}

function creatorsIn(value: unknown): RawName[] {
  if (typeof value === "string") return [{ literal: value }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((creator) => nameIn(creator) ?? []);
}

function nameIn(creator: unknown): RawName | undefined {
  if (typeof creator !== "object" || creator === null) return undefined;
  const parts: Record<string, unknown> = { ...creator };
  const part = (name: string) => textIn(parts[name]) ?? "";
  if (part("name") !== "") return { literal: part("name") };
  const family = [part("prefix"), part("lastName")].filter(Boolean).join(" ");
  return { family, given: part("firstName"), suffix: part("suffix") };
}
