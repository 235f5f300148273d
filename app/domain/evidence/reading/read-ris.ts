import {
  excerptOfLine,
  type ListRemark,
  type RemarkReason,
} from "../reference-list.ts";
import { type RawRecord } from "./raw-record.ts";
import { type RisField, recordOfRis, risTags } from "./ris-fields.ts";

/** Two spaces by the format, one as some write it; what follows is a blank or nothing. */
const taggedLine = /^[ \t]{0,4}([A-Z][A-Z0-9])( {0,2})-(?:[ \t](.*)|)$/;

/** With these a record may begin that has lost its first line. */
const beginners = new Set(["TI", "T1", "AU", "A1", "AB", "JO", "JF", "ID"]);

type OpenRecord = {
  line: number;
  fields: RisField[];
  isOpenAtBeginning: boolean;
};

type Reading = {
  records: RawRecord[];
  remarks: ListRemark<RemarkReason>[];
  open: OpenRecord | undefined;
};

/** Records of a RIS list in their order; lines that belong to none are remarked on. */
export function readRis(lines: string[]) {
  const reading: Reading = { records: [], remarks: [], open: undefined };
  lines.forEach((text, index) => readLine(reading, text, index + 1));
  if (reading.open) endUnended(reading, reading.open);
  return { records: reading.records, broken: [], remarks: reading.remarks };
}

function readLine(reading: Reading, text: string, line: number) {
  const tagged = readTagged(text);
  if (!tagged) return readUntagged(reading, text, line);
  const { open } = reading;
  if (tagged.tag === "TY") {
    if (open) endUnended(reading, open);
    reading.open = { line, fields: [tagged], isOpenAtBeginning: false };
  } else if (tagged.tag === "ER") {
    if (open) endRecord(reading, open);
    else remark(reading, { line, reason: "outside-record", excerpt: text });
  } else if (open) {
    open.fields.push(tagged);
  } else if (beginners.has(tagged.tag)) {
    remark(reading, { line, reason: "no-beginning", excerpt: text });
    reading.open = { line, fields: [tagged], isOpenAtBeginning: true };
  } else {
    remark(reading, { line, reason: "outside-record", excerpt: text });
  }
}

function readTagged(text: string): RisField | undefined {
  const [, tag = "", blanks = "", value = ""] = taggedLine.exec(text) ?? [];
  const isTag = tag !== "" && (blanks.length === 2 || risTags.has(tag));
  return isTag ? { tag, value: value.trim() } : undefined;
}

/** A line without a tag goes on with the field above it; a keyword is a field of its own. */
function readUntagged(
  { open, ...reading }: Reading,
  text: string,
  line: number,
) {
  if (text.trim() === "") return;
  const last = open?.fields.at(-1);
  if (!open || !last)
    remark(reading, { line, reason: "outside-record", excerpt: text });
  else if (last.tag === "KW") open.fields.push({ tag: "KW", value: text });
  else open.fields.push({ tag: last.tag, value: text, isContinued: true });
}

function endUnended(reading: Reading, open: OpenRecord) {
  const excerpt = open.fields.map(({ value }) => value).join(" ");
  remark(reading, { line: open.line, reason: "no-end", excerpt });
  endRecord(reading, open);
}

function endRecord(reading: Reading, open: OpenRecord) {
  reading.records.push(recordOfRis(open.line, open.fields));
  reading.open = undefined;
}

function remark(
  { remarks }: Pick<Reading, "remarks">,
  { excerpt, ...at }: ListRemark<RemarkReason>,
) {
  remarks.push({ ...at, excerpt: excerptOfLine(excerpt) });
}
