import {
  cslNameFields,
  cslTextFields,
  type CslType,
  cslTypes,
  maxNames,
} from "../../calls/evidence-items/csl.ts";
import { extraOwn } from "./extra-lines.ts";
import {
  addName,
  addText,
  emptyRecord,
  type RawName,
  type RawRecord,
} from "./raw-record.ts";

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One of these is in every record that says anything. */
const telling = [
  ...["title", "type", "id", "DOI", "URL", "author", "editor", "issued"],
  ...["container-title", "abstract", "note", "PMID", "ISBN"],
];

/** @returns undefined where the value is no record. */
export function recordOfCsl(
  line: number,
  value: unknown,
): RawRecord | undefined {
  if (!isFields(value) || !telling.some((field) => field in value))
    return undefined;
  const record = emptyRecord(line, typeOf(value.type));
  for (const field of cslTextFields)
    for (const one of listOf(value[field])) addText(record, field, textOf(one));
  for (const field of cslNameFields)
    for (const one of listOf(value[field]).slice(0, maxNames + 1))
      addName(record, field, nameOf(one));
  record.dates = datesOf(value.issued);
  readOwn(record, value.custom);
  return record;
}

/** An unknown kind of work is a document. */
function typeOf(type: unknown): CslType {
  return cslTypes.find((one) => one === type) ?? "document";
}

const mostValues = 1_000;

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, mostValues) : [value];
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value : undefined;
}

function nameOf(value: unknown): RawName | undefined {
  if (typeof value === "string") return { literal: value };
  if (!isFields(value)) return undefined;
  const part = (name: string) => textOf(value[name]) ?? "";
  if (part("literal") !== "") return { literal: part("literal") };
  const family = [
    part("dropping-particle"),
    part("non-dropping-particle"),
    part("family"),
  ]
    .filter(Boolean)
    .join(" ");
  return { family, given: part("given"), suffix: part("suffix") };
}

/** As its parts, as Zotero's `raw`, or as a text. */
function datesOf(value: unknown): string[] {
  if (!isFields(value))
    return listOf(value).flatMap((one) => textOf(one) ?? []);
  const [first] = listOf(value["date-parts"]);
  const parts = listOf(first).flatMap((part) => textOf(part) ?? []);
  const numbers = parts.map((part) => part.padStart(2, "0")).join("/");
  return [
    ...(parts.length > 0 ? [numbers] : []),
    ...[value.literal, value.raw].flatMap((one) => textOf(one) ?? []),
  ];
}

function readOwn(record: RawRecord, custom: unknown) {
  if (!isFields(custom) || !isFields(custom.heard)) return;
  for (const field of extraOwn) {
    const values = listOf(custom.heard[field]).flatMap(
      (one) => textOf(one) ?? [],
    );
    if (values.length > 0) record.own[field] = values.join(" ");
  }
}
