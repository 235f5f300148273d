import type { CslTextField, CslType } from "../../calls/evidence-items/csl.ts";
import {
  excerptOfLine,
  type ListRemark,
  type RemarkReason,
} from "../reference-list.ts";
import {
  addName,
  addText,
  emptyRecord,
  type RawRecord,
  readListedName,
} from "./raw-record.ts";

type Field = { tag: string; value: string };

const taggedLine = /^([A-Z]{2,4}) {0,2}- ?(.*)$/;

/** Records of a PubMed export in their order: each begins with its PMID, and a line with six spaces goes on. */
export function readNbib(lines: string[]) {
  const found: { line: number; fields: Field[] }[] = [];
  const remarks: ListRemark<RemarkReason>[] = [];
  lines.forEach((text, index) => {
    const line = index + 1;
    const [, tag, value = ""] = taggedLine.exec(text) ?? [];
    if (tag === "PMID") found.push({ line, fields: [] });
    const fields = found.at(-1)?.fields;
    const last = fields?.at(-1);
    if (text.trim() === "") return;
    if (fields && tag) fields.push({ tag, value: value.trim() });
    else if (last) last.value = `${last.value} ${text.trim()}`;
    else
      remarks.push({
        line,
        reason: "outside-record",
        excerpt: excerptOfLine(text),
      });
  });
  const records = found.map(({ line, fields }) => recordOfNbib(line, fields));
  return { records, broken: [], remarks };
}

const fieldOfTag = new Map<string, CslTextField>([
  ["PMID", "PMID"],
  ["PMC", "PMCID"],
  ["TI", "title"],
  ["BTI", "title"],
  ["JT", "container-title"],
  ["TA", "container-title-short"],
  ["VI", "volume"],
  ["IP", "issue"],
  ["PG", "page"],
  ["AB", "abstract"],
  ["LA", "language"],
  ["PB", "publisher"],
  ["PL", "publisher-place"],
  ["IS", "ISSN"],
  ["ISBN", "ISBN"],
  ["AUID", "ORCID"],
  ["OT", "keyword"],
  ["MH", "keyword"],
]);

function typeOf(kinds: string[]): CslType {
  const all = kinds.join("; ").toLowerCase();
  if (all.includes("preprint")) return "article";
  if (all.includes("dataset")) return "dataset";
  if (all.includes("book")) return "book";
  return "article-journal";
}

function recordOfNbib(line: number, fields: Field[]): RawRecord {
  const valuesOf = (tag: string) =>
    fields.filter((field) => field.tag === tag).map(({ value }) => value);
  const record = emptyRecord(line, typeOf(valuesOf("PT")));
  for (const { tag, value } of fields) {
    const field = fieldOfTag.get(tag);
    if (field) addText(record, field, value);
    else if (tag === "LID" || tag === "AID") addDoi(record, value);
  }
  // Names are there twice: in full, and as the journal prints them.
  const full = valuesOf("FAU");
  for (const name of full.length > 0 ? full : valuesOf("AU"))
    addName(record, "author", readListedName(name));
  for (const literal of valuesOf("CN")) addName(record, "author", { literal });
  for (const name of valuesOf("FED"))
    addName(record, "editor", readListedName(name));
  record.dates = valuesOf("DP");
  const funders = [...new Set(valuesOf("GR"))].join("; ");
  if (funders !== "") record.own.funder = funders;
  const interests = valuesOf("COIS").join(" ");
  if (interests !== "") record.own.interests = interests;
  return record;
}

function addDoi(record: RawRecord, value: string) {
  const [, doi] = /^(\S+) \[doi\]$/.exec(value) ?? [];
  addText(record, "DOI", doi);
}
