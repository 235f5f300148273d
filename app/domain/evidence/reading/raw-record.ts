import type {
  CslNameField,
  CslTextField,
  CslType,
} from "../../calls/evidence-items/csl.ts";
import type { EvidenceOwn } from "../../calls/evidence-items/evidence-item.ts";

export type RawName =
  { literal: string } | { family: string; given: string; suffix: string };

/** A record as its format has it, before it is tidied and cut. */
export type RawRecord = {
  /** In the list, from 1. */
  line: number;
  type: CslType;
  /** Of several values of one field, all. */
  texts: Partial<Record<CslTextField, string[]>>;
  names: Partial<Record<CslNameField, RawName[]>>;
  /** From the one that is believed first. */
  dates: string[];
  own: Partial<Record<keyof EvidenceOwn, string>>;
};

export function emptyRecord(line: number, type: CslType): RawRecord {
  return { line, type, texts: {}, names: {}, dates: [], own: {} };
}

export function addText(
  record: RawRecord,
  field: CslTextField,
  value: string | undefined,
) {
  if (value === undefined || value.trim() === "") return;
  (record.texts[field] ??= []).push(value);
}

export function addName(
  record: RawRecord,
  field: CslNameField,
  name: RawName | undefined,
) {
  if (name) (record.names[field] ??= []).push(name);
}

/**
 * "Bardram, E., Jr." in its parts. Without a comma, or with one at the end, it
 * is the name of an organisation, or one that does not say which part is which.
 */
export function readListedName(listed: string): RawName {
  const parts = listed.split(",").map((part) => part.trim());
  const [family = "", given = "", ...rest] = parts;
  if (parts.length === 1 || parts.at(-1) === "")
    return { literal: listed.replace(/[,\s]{1,200}$/, "") };
  return { family, given, suffix: rest.join(" ") };
}
