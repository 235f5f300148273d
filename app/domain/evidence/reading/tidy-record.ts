import { cutText, tidyText } from "../../text/foreign-text.ts";
import {
  type Csl,
  type CslIssued,
  type CslName,
  cslNameFields,
  cslTextFields,
  type CslTextField,
  cslTextLimits,
  maxNameCharacters,
  maxNames,
} from "../../calls/evidence-items/csl.ts";
import { readDoi, readOrcid } from "../../calls/evidence-items/identifiers.ts";
import type { RemarkReason } from "../reference-list.ts";
import type { ReadRecord } from "../reference-list.ts";
import type { RawName, RawRecord } from "./raw-record.ts";
import { tidyDate } from "./tidy-date.ts";
import { tidyOwn } from "./tidy-own.ts";

export type TidiedRecord = { record: ReadRecord; remarks: RemarkReason[] };

/** A record in the one shape that is kept, cut to its bounds; what should be looked at is said. */
export function tidyRecord(raw: RawRecord): TidiedRecord {
  const remarks = new Set<RemarkReason>();
  const csl: Csl = { type: raw.type };
  for (const field of cslNameFields) {
    const names = tidyNames(raw.names[field] ?? [], remarks);
    if (names.length > 0) csl[field] = names;
  }
  const issued = tidyDate(raw.dates);
  if (issued) csl.issued = issued;
  if (isYearless(issued)) remarks.add("year-not-read");
  const texts = sortNumbers(raw.texts);
  for (const field of cslTextFields) {
    const text = tidyField(field, texts[field] ?? [], remarks);
    if (text !== "") csl[field] = text;
  }
  if (!csl.title) remarks.add("no-title");
  return {
    record: { line: raw.line, csl, own: tidyOwn(raw.own) },
    remarks: [...remarks],
  };
}

function isYearless(issued: CslIssued | undefined): boolean {
  return issued !== undefined && "literal" in issued;
}

const inOneLine = (text: string) => tidyText(text).replace(/\s+/g, " ");

/** Marks of how a text looks, as CSL, Zotero and TeX readers put them in. */
const looks =
  /<\/?(?:i|b|em|strong|sub|sup|span|p|br|div|sc|u|ul|ol|li|a|jats:[a-z]{1,20})(?:\s[^<>]{0,300})?\/?>/gi;
const blocks =
  /<\/?(?:p|br|div|ul|ol|li|jats:[a-z]{1,20})(?:\s[^<>]{0,300})?\/?>/gi;

export function plainLine(text: string): string {
  const bare = text.replace(blocks, " ").replace(looks, "");
  // TeX puts an accent on an i without its dot.
  return inOneLine(bare.replace(/ı(?=\p{M})/gu, "i"));
}

function tidyField(
  field: CslTextField,
  values: string[],
  remarks: Set<RemarkReason>,
): string {
  const limit = cslTextLimits[field];
  const lines = values.map((value) =>
    plainLine(cutText(value, 8 * limit + 1_000)),
  );
  const text = joinValues(field, lines);
  if (text.length <= limit) return text;
  remarks.add("cut");
  return cutText(text, limit).trim();
}

function joinValues(field: CslTextField, values: string[]): string {
  switch (field) {
    case "DOI":
      return tidyDoi(values);
    case "ORCID":
      return tidyOrcids(values).join(" ");
    case "keyword":
      return uniqueOf(values.flatMap((value) => value.split(/;\s*/))).join(
        "; ",
      );
    case "ISSN":
    case "ISBN":
      return uniqueOf(values).join(" ");
    case "note":
      return uniqueOf(values).join(" ");
    case "page":
      return (values[0] ?? "").replace(/\s*[-–—]{1,3}\s*/g, "-");
    default:
      return values[0] ?? "";
  }
}

function uniqueOf(values: string[]): string[] {
  return [...new Set(values.map((value) => value.trim()))].filter(Boolean);
}

/** The first that is one; else what stands there, to be put right by hand. */
function tidyDoi(values: string[]): string {
  const [found] = values.flatMap((value) => readDoi(value) ?? []);
  return found ?? values[0] ?? "";
}

function tidyOrcids(values: string[]): string[] {
  const written = values.flatMap(
    (value) => value.match(/\d{4}-?\d{4}-?\d{4}-?\d{3}[\dXx]/g) ?? [],
  );
  return uniqueOf(written.flatMap((one) => readOrcid(one) ?? []));
}

/** RIS has one field for the numbers of journals and of books: the number itself says which it is. */
function sortNumbers(texts: RawRecord["texts"]): RawRecord["texts"] {
  const numbers = [...(texts.ISSN ?? []), ...(texts.ISBN ?? [])]
    .flatMap((value) => value.slice(0, 1_000).split(/[;,\s]+/))
    .filter((value) => /\d/.test(value));
  const isIssn = (value: string) => /^\D*\d{4}-?\d{3}[\dXx]\D*$/.test(value);
  return {
    ...texts,
    ISSN: numbers.filter(isIssn),
    ISBN: numbers.filter((value) => !isIssn(value)),
  };
}

function tidyNames(names: RawName[], remarks: Set<RemarkReason>): CslName[] {
  if (names.length > maxNames) remarks.add("cut");
  return names.slice(0, maxNames).flatMap((name) => tidyName(name) ?? []);
}

const namePart = (text: string) =>
  cutText(plainLine(cutText(text, 2 * maxNameCharacters)), maxNameCharacters);

/** A comma inside a part would be read as the end of it. */
const personPart = (text: string) =>
  namePart(text)
    .replace(/\s*,\s*/g, " ")
    .trim();

function tidyName(name: RawName): CslName | undefined {
  if ("literal" in name) {
    const literal = namePart(name.literal).replace(/[,\s]+$/, "");
    return literal === "" ? undefined : { literal };
  }
  const family = personPart(name.family);
  const given = personPart(name.given);
  if (family === "" || given === "") {
    const literal = family || given;
    return literal === "" ? undefined : { literal };
  }
  const suffix = personPart(name.suffix);
  return suffix === "" ? { family, given } : { family, given, suffix };
}
