import type { Csl } from "../calls/evidence-items/csl.ts";
import type { EvidenceOwn } from "../calls/evidence-items/evidence-item.ts";

export type ListFormat = "ris" | "nbib" | "bibtex" | "csl-json";

/** Bounds of one list, told before it is sent; beyond them nothing of it is read. */
export const listLimits = {
  bytes: 10_000_000,
  lines: 400_000,
  records: 1_000,
  /** Of one record; a longer one is broken. */
  recordCodeUnits: 200_000,
  milliseconds: 30_000,
  senderMilliseconds: 60_000,
  forgetAfterMilliseconds: 600_000,
} as const;

export type ReadRecord = {
  /** Where it begins in the list, from 1. */
  line: number;
  csl: Csl;
  own: EvidenceOwn;
};

/** Why a record is not among the items. */
export type BrokenReason =
  /** Its braces or quotes do not close before the next record or the end. */
  | "not-closed"
  /** Its format cannot be read there. */
  | "not-readable"
  /** It is something else than a record. */
  | "not-a-record"
  | "too-long";

/** What should be looked at though nothing of a record is missing. */
export type RemarkReason =
  /** A line that belongs to no record. */
  | "outside-record"
  /** The record begins without saying what it is. */
  | "no-beginning"
  /** The record, or the list, stops before the record's end. */
  | "no-end"
  | "no-title"
  | "year-not-read"
  /** A text or a list of names was cut to what is kept. */
  | "cut";

export type ListRemark<Reason> = {
  line: number;
  reason: Reason;
  /** The beginning of what stands there. */
  excerpt: string;
};

export type ReadList = {
  format: ListFormat;
  items: ReadRecord[];
  /** Records that cannot be read: with the items they are all that were seen. */
  broken: ListRemark<BrokenReason>[];
  remarks: ListRemark<RemarkReason>[];
};

export type ListRefusal =
  | "empty"
  | "unknown-format"
  | "too-many-bytes"
  | "too-many-lines"
  | "too-many-records"
  /** It took too long or too much, or too many are waiting. */
  | "no-time"
  | "busy";

export type ListReading =
  { ok: true; list: ReadList } | { ok: false; reason: ListRefusal };

const excerptCharacters = 120;

export function excerptOfLine(text: string): string {
  const line = text
    .slice(0, 4 * excerptCharacters)
    .replace(/\s+/g, " ")
    .trim();
  return Array.from(line).slice(0, excerptCharacters).join("");
}
