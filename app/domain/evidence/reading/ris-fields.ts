import type {
  CslNameField,
  CslTextField,
} from "../../calls/evidence-items/csl.ts";
import { placeOfExtra } from "./extra-lines.ts";
import {
  addName,
  addText,
  emptyRecord,
  type RawRecord,
  readListedName,
} from "./raw-record.ts";
import { typeOfRis } from "./ris-types.ts";

export type RisField = { tag: string; value: string; isContinued?: boolean };

/** The first of several that say the same thing is the one that is written. */
const textTags: [CslTextField, string[]][] = [
  ["title", ["TI", "T1", "CT"]],
  ["title-short", ["ST"]],
  ["container-title", ["T2", "JF", "JO", "BT"]],
  ["container-title-short", ["J2", "JA", "J1"]],
  ["collection-title", ["T3"]],
  ["volume", ["VL", "VO"]],
  ["issue", ["IS", "CP"]],
  ["number", ["M1"]],
  ["edition", ["ET"]],
  ["genre", ["M3"]],
  ["publisher", ["PB"]],
  ["publisher-place", ["CY", "PP"]],
  ["language", ["LA"]],
  ["DOI", ["DO", "DI"]],
  ["URL", ["UR"]],
  ["ISSN", ["SN"]],
  ["source", ["DB", "DP"]],
  ["call-number", ["AN"]],
  ["keyword", ["KW"]],
  ["abstract", ["AB", "N2"]],
  ["note", ["N1", "RN"]],
];

const nameTags: [CslNameField, string[]][] = [
  ["author", ["AU", "A1"]],
  ["editor", ["A2", "ED"]],
  ["collection-editor", ["A3"]],
  ["contributor", ["A4"]],
];

const fieldOfTag = new Map(
  textTags.flatMap(([field, tags]) => tags.map((tag) => [tag, field] as const)),
);
const namesOfTag = new Map(
  nameTags.flatMap(([field, tags]) => tags.map((tag) => [tag, field] as const)),
);

/** One space before the hyphen is enough for these. */
export const risTags = new Set([
  ...fieldOfTag.keys(),
  ...namesOfTag.keys(),
  ...["TY", "ER", "SP", "EP", "PY", "Y1", "DA", "Y2", "ID", "AD", "AI", "U1"],
  ...["L1", "L2", "L3", "L4", "C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8"],
]);

/** The tags that are written, in their order. */
export const writtenTexts = textTags.map(
  ([field, [tag = ""]]) => [field, tag] as const,
);
export const writtenNames = nameTags.map(
  ([field, [tag = ""]]) => [field, tag] as const,
);

const dateTags = ["PY", "Y1", "DA"];

export function recordOfRis(line: number, lines: RisField[]): RawRecord {
  const fields = joinContinued(lines);
  const valueOf = (tag: string) =>
    fields.find((field) => field.tag === tag && field.value !== "")?.value;
  const record = emptyRecord(line, typeOfRis(valueOf("TY") ?? ""));
  for (const { tag, value } of inOrderOfTags(fields)) {
    const text = fieldOfTag.get(tag);
    const names = namesOfTag.get(tag);
    if (text) addText(record, text, value);
    else if (names && value !== "")
      addName(record, names, readListedName(value));
    else if (tag === "AI") addText(record, "ORCID", value);
    else if (tag === "U1") addExtra(record, value);
  }
  addText(record, "page", pagesOf(valueOf("SP"), valueOf("EP")));
  // Of a date that is in no order, the year alone still says something.
  record.dates = dateTags.flatMap((tag) => valueOf(tag) ?? []);
  return record;
}

function joinContinued(lines: RisField[]): RisField[] {
  const joined: { tag: string; parts: string[] }[] = [];
  for (const { tag, value, isContinued } of lines) {
    if (isContinued) joined.at(-1)?.parts.push(value);
    else joined.push({ tag, parts: [value] });
  }
  return joined.map(({ tag, parts }) => ({ tag, value: parts.join(" ") }));
}

const rankOfTag = new Map(
  [...fieldOfTag.keys()].map((tag, rank) => [tag, rank]),
);

/** A title in TI is better than one in T1, whichever stands first in the list. */
function inOrderOfTags(fields: RisField[]): RisField[] {
  const rank = ({ tag }: RisField) => rankOfTag.get(tag) ?? 0;
  return [...fields].sort((one, other) => rank(one) - rank(other));
}

/** A first page that already holds the range is one. */
function pagesOf(first: string | undefined, last: string | undefined) {
  if (!first || !last) return first ?? last;
  const isRange = /[-–]/.test(first) && first.endsWith(last);
  return isRange || first === last ? first : `${first}-${last}`;
}

export function addExtra(record: RawRecord, line: string) {
  const [, name = "", value = ""] = /^([A-Za-z]+): (.*)$/.exec(line) ?? [];
  const place = placeOfExtra(name);
  if (!place) return;
  if ("text" in place) addText(record, place.text, value);
  else record.own[place.own] = value;
}
