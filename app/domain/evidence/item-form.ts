import {
  type Csl,
  cslSchema,
  type CslTextField,
  cslTextLimits,
  maxNames,
  writeListedName,
  yearOf,
} from "../calls/evidence-items/csl.ts";
import {
  cslTypeOf,
  evidenceKinds,
  type EvidenceItem,
  type EvidenceKind,
  type EvidenceOwn,
  evidenceStrengths,
  kindOf,
  ownTextFields,
  ownTextLimits,
  studyDesigns,
} from "../calls/evidence-items/evidence-item.ts";
import { readDoi, readOrcid } from "../calls/evidence-items/identifiers.ts";
import { tidyText } from "../text/foreign-text.ts";
import { emptyRecord, readListedName } from "./reading/raw-record.ts";
import { tidyRecord } from "./reading/tidy-record.ts";

/** The fields of the form in which one item is written by hand. */
export const itemFields = [
  ...["kind", "title", "authors", "year", "container-title", "publisher"],
  ...["DOI", "URL", "ORCID", "design", "strength", "topics", "fileId"],
  ...ownTextFields,
];

/** As it was typed: the values of each field. */
export type TypedItem = Record<string, string[]>;

export type ItemProblem =
  | { reason: "title-missing" | "year" | "DOI" | "URL" | "ORCID" }
  | { reason: "too-long"; maxCharacters: number };

/** By field. */
export type ItemProblems = Record<string, ItemProblem>;

export type ItemReading =
  { ok: true; item: EvidenceItem } | { ok: false; problems: ItemProblems };

/** These parts of the reference are typed; what else an import brought stays as it is. */
const typedTexts = [
  ...(["title", "container-title", "publisher"] as const),
  ...(["DOI", "URL", "ORCID"] as const),
];

type ReadItem = {
  /** The item that is changed; one with nothing in it where it is new. */
  before: Pick<EvidenceItem, "id" | "csl" | "own">;
  typed: TypedItem;
  /** What can be chosen: topics of the question, files of the draft. */
  topics: string[];
  fileIds: string[];
};

/** An item as its form was filled in. Only a title is asked for; what is given must be what it says. */
export function readTypedItem({
  before,
  typed,
  topics,
  fileIds,
}: ReadItem): ItemReading {
  const textOf = (field: string) => tidyText(typed[field]?.[0] ?? "");
  const problems = findProblems(textOf, before.csl);
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const kind = evidenceKinds.find((one) => one === textOf("kind"));
  const chosenKind = kind ?? kindOf(before);
  const raw = emptyRecord(0, cslTypeOf(chosenKind, before.csl.type));
  for (const field of typedTexts) raw.texts[field] = [textOf(field)];
  raw.texts.DOI = [readDoi(textOf("DOI")) ?? ""];
  raw.names.author = linesOf(textOf("authors")).map(readListedName);
  const { csl } = tidyRecord(raw).record;
  const item = {
    id: before.id,
    csl: mergeCsl(before.csl, csl, textOf("year")),
    own: readOwn(textOf, chosenKind),
  };
  const chosenTopics = topics.filter((one) => typed.topics?.includes(one));
  if (chosenTopics.length > 0) item.own.topics = chosenTopics;
  const fileId = fileIds.find((one) => one === textOf("fileId"));
  if (fileId) item.own.fileId = fileId;
  return { ok: true, item };
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}

function mergeCsl(before: Csl, typed: Csl, year: string): Csl {
  const merged: Csl = { ...before, type: typed.type };
  for (const field of [...typedTexts, "author"] as const) delete merged[field];
  Object.assign(merged, typed);
  if (year !== yearShown(before)) {
    delete merged.issued;
    if (year !== "") merged.issued = { "date-parts": [[Number(year)]] };
  }
  return asReadAgain(merged);
}

/** With its parts in the order in which they are read again, so that the same reference is the same text. */
function asReadAgain(csl: Csl): Csl {
  const read = cslSchema.safeParse(csl);
  return read.success ? read.data : csl;
}

/** A year, or what an import has in its place: "in press" stays as it is until somebody writes something else. */
function yearShown(csl: Csl): string {
  const { issued } = csl;
  return yearOf(csl) ?? (issued && "literal" in issued ? issued.literal : "");
}

function readOwn(
  textOf: (field: string) => string,
  kind: EvidenceKind,
): EvidenceOwn {
  const own: EvidenceOwn = { kind };
  const design = studyDesigns.find((one) => one === textOf("design"));
  const strength = evidenceStrengths.find((one) => one === textOf("strength"));
  if (design) own.design = design;
  if (strength) own.strength = strength;
  for (const field of ownTextFields) {
    const text = textOf(field);
    if (text !== "") own[field] = text;
  }
  return own;
}

function findProblems(
  textOf: (field: string) => string,
  before: Csl,
): ItemProblems {
  const problems: ItemProblems = {};
  if (textOf("title") === "") problems.title = { reason: "title-missing" };
  const year = textOf("year");
  if (
    year !== "" &&
    !/^(?:1[5-9]|20)\d{2}$/.test(year) &&
    year !== yearShown(before)
  )
    problems.year = { reason: "year" };
  const doi = textOf("DOI");
  if (doi !== "" && !readDoi(doi)) problems.DOI = { reason: "DOI" };
  const url = textOf("URL");
  if (url !== "" && !isWebAddress(url)) problems.URL = { reason: "URL" };
  const orcids = textOf("ORCID")
    .split(/[\s,;]+/)
    .filter(Boolean);
  if (!orcids.every(readOrcid)) problems.ORCID = { reason: "ORCID" };
  for (const [field, maxCharacters] of Object.entries(limits))
    if (textOf(field).length > maxCharacters)
      problems[field] = { reason: "too-long", maxCharacters };
  return problems;
}

/** People leave out the scheme; what is linked to must be an address of the web. */
function isWebAddress(typed: string): boolean {
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  return url ? /^https?:$/.test(url.protocol) : false;
}

const authorCharacters = maxNames * 60;

const limits: Record<string, number> = {
  authors: authorCharacters,
  ...ownTextLimits,
  ...Object.fromEntries(
    typedTexts.map((field: CslTextField) => [field, cslTextLimits[field]]),
  ),
};

/** An item as its form shows it. */
export function writeTypedItem(item: EvidenceItem): TypedItem {
  const { csl, own } = item;
  const typed: TypedItem = {
    kind: [kindOf(item)],
    authors: [(csl.author ?? []).map(writeListedName).join("\n")],
    year: [yearShown(csl)],
    topics: own.topics ?? [],
  };
  for (const field of typedTexts) typed[field] = [csl[field] ?? ""];
  for (const field of [
    "design",
    "strength",
    "fileId",
    ...ownTextFields,
  ] as const)
    typed[field] = [own[field] ?? ""];
  return typed;
}
