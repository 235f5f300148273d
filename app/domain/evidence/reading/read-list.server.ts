import { decodeText } from "../../files/decode-text.ts";
import {
  excerptOfLine,
  type ListFormat,
  listLimits,
  type ListReading,
  type ListRemark,
  type ReadList,
  type BrokenReason,
  type RemarkReason,
} from "../reference-list.ts";
import { readBibtex } from "./read-bibtex.server.ts";
import { readCslJson } from "./read-csl-json.ts";
import { readNbib } from "./read-nbib.ts";
import { readRis } from "./read-ris.ts";
import type { RawRecord } from "./raw-record.ts";
import { tidyRecord } from "./tidy-record.ts";

/**
 * Reads a list of references, whatever its format. Good records stay, broken
 * ones are listed, and together they are all that were seen. What is over a
 * bound is refused as a whole before it is parsed.
 */
export function readReferenceList(bytes: Uint8Array): ListReading {
  if (bytes.length > listLimits.bytes)
    return { ok: false, reason: "too-many-bytes" };
  const text = decodeText(bytes)
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n");
  if (text.trim() === "") return { ok: false, reason: "empty" };
  if (countLineEnds(text) > listLimits.lines)
    return { ok: false, reason: "too-many-lines" };
  const format = formatOf(text);
  if (!format) return { ok: false, reason: "unknown-format" };
  if (countBeginnings(format, text) > listLimits.records)
    return { ok: false, reason: "too-many-records" };
  const found = readers[format](text);
  if (found.records.length + found.broken.length > listLimits.records)
    return { ok: false, reason: "too-many-records" };
  return { ok: true, list: tidyList(format, found) };
}

type Found = {
  records: RawRecord[];
  broken: ListRemark<BrokenReason>[];
  remarks: ListRemark<RemarkReason>[];
};

const readers: Record<ListFormat, (text: string) => Found> = {
  ris: (text) => readRis(text.split("\n")),
  nbib: (text) => readNbib(text.split("\n")),
  bibtex: readBibtex,
  "csl-json": readCslJson,
};

/** How each format's records begin; JSON's are counted as they are read. */
const beginnings: Record<ListFormat, RegExp> = {
  ris: /^[ \t]{0,4}TY {0,2}-(?:[ \t]|$)/gm,
  nbib: /^PMID ?- ?\d/gm,
  bibtex:
    /^[ \t]{0,50}@(?!comment|string|preamble)[A-Za-z]{1,40}[ \t]{0,5}[{(]/gim,
  "csl-json": /^(?!)/g,
};

/** By what is in it, never by its name. */
function formatOf(text: string): ListFormat | undefined {
  if (/^\s*(?:\[\s*)?\{/.test(text.slice(0, 10_000))) return "csl-json";
  if (/^\s*\[\s*\]/.test(text.slice(0, 10_000))) return "csl-json";
  const formats = ["nbib", "ris", "bibtex"] as const;
  const found = formats.find((format) => text.search(beginnings[format]) >= 0);
  return found ?? (/^ER {1,2}-/m.test(text) ? "ris" : undefined);
}

function countBeginnings(format: ListFormat, text: string): number {
  let count = 0;
  for (const _beginning of text.matchAll(beginnings[format])) {
    count += 1;
    if (count > listLimits.records) return count;
  }
  return count;
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
    count += 1;
  return count;
}

function tidyList(format: ListFormat, found: Found): ReadList {
  const remarks = [...found.remarks];
  const items = found.records.map((raw) => {
    const tidied = tidyRecord(raw);
    const excerpt = excerptOfLine(tidied.record.csl.title ?? "");
    for (const reason of tidied.remarks)
      remarks.push({ line: raw.line, reason, excerpt });
    return tidied.record;
  });
  return {
    format,
    items,
    broken: inOrder(found.broken),
    remarks: inOrder(remarks),
  };
}

function inOrder<Reason>(remarks: ListRemark<Reason>[]) {
  return [...remarks].sort((one, other) => one.line - other.line);
}
