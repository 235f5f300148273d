import { countLines, findNextStarts } from "./count-lines.ts";
import {
  type BrokenReason,
  excerptOfLine,
  listLimits,
  type ListRemark,
} from "../reference-list.ts";
import { recordOfCsl } from "./csl-fields.ts";
import type { RawRecord } from "./raw-record.ts";

type Chunk = { text: string; line: number; isClosed: boolean };

/**
 * Records of CSL-JSON: an array of them, one alone, or Zotero's `items`. Each
 * object is read for itself, so that one that is broken, or the cut end of a
 * file, costs no other.
 */
export function readCslJson(text: string) {
  const records: RawRecord[] = [];
  const broken: ListRemark<BrokenReason>[] = [];
  for (const chunk of cutObjects(text)) {
    const isReadable =
      chunk.isClosed && chunk.text.length <= listLimits.recordCodeUnits;
    const value = isReadable ? parseJson(chunk.text) : undefined;
    const record = value && recordOfCsl(chunk.line, value.parsed);
    if (record) records.push(record);
    else
      broken.push({
        line: chunk.line,
        reason: reasonOf(chunk, value),
        excerpt: excerptOfLine(chunk.text),
      });
    if (records.length + broken.length > listLimits.records) break;
  }
  return { records, broken, remarks: [] };
}

function reasonOf(
  { isClosed, text }: Chunk,
  value: { parsed: unknown } | undefined,
): BrokenReason {
  if (text.length > listLimits.recordCodeUnits) return "too-long";
  if (!isClosed) return "not-closed";
  return value ? "not-a-record" : "not-readable";
}

function parseJson(text: string): { parsed: unknown } | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return { parsed };
  } catch {
    return undefined;
  }
}

/** Where the list itself begins: past `[`, or past the `"items": [` of an object that holds one. */
function startOfList(text: string): number {
  const [opening] = /^\s*\[/.exec(text) ?? [];
  if (opening) return opening.length;
  const [wrapped] = /^\s*\{[^[\]{}]{0,2000}"items"\s*:\s*\[/.exec(text) ?? [];
  return wrapped?.length ?? 0;
}

function* cutObjects(text: string): Generator<Chunk> {
  const lineAt = countLines(text);
  const nextStart = findNextStarts(text, nextRecord);
  const ahead = { nextStart, spare: text.length };
  let position = startOfList(text);
  while (position < text.length) {
    if (/[\s,]/.test(text[position] ?? "")) {
      position += 1;
      continue;
    }
    if (text[position] === "]") return;
    const cut =
      text[position] === "{"
        ? cutObject(text, position, ahead)
        : cutOther(text, position);
    yield { ...cut, line: lineAt(position) };
    position += cut.text.length;
  }
}

/** Something in the list that is no object: up to the next comma or line. */
function cutOther(text: string, start: number) {
  const rest = text.slice(start, start + 10_000);
  const end = rest.slice(1).search(/[,\n{]/);
  return { text: end < 0 ? rest : rest.slice(0, end + 1), isClosed: true };
}

/** A line that begins another record, and no name or date within one. */
const nextRecord =
  /\n[ \t]{0,20}\{\s{0,50}"(?!family|given|literal|date-parts|raw|suffix)/g;

type Ahead = {
  nextStart: (start: number) => number;
  /** How much may still be looked through past the beginnings of records: each stretch once, or hostile lists cost their square. */
  spare: number;
};

/** An object to its closing brace; one that does not close ends where a line begins another. */
function cutObject(text: string, start: number, ahead: Ahead) {
  const next = ahead.nextStart(start);
  const near = closingBrace(text, start, next);
  if (near !== undefined)
    return { text: text.slice(start, near), isClosed: true };
  // What looks like the next record may be a part of this one.
  const last = Math.min(start + listLimits.recordCodeUnits, next + ahead.spare);
  const far = closingBrace(text, start, last);
  ahead.spare -= (far ?? Math.min(last, text.length)) - start;
  const whole = text.slice(start, far ?? start);
  if (far !== undefined && parseJson(whole))
    return { text: whole, isClosed: true };
  return { text: text.slice(start, next), isClosed: false };
}

/** Past the brace that closes the object; undefined where none does before `last`. */
function closingBrace(
  text: string,
  start: number,
  last: number,
): number | undefined {
  let depth = 0;
  let isInString = false;
  for (
    let position = start;
    position < Math.min(last, text.length);
    position += 1
  ) {
    const character = text[position];
    if (isInString) {
      if (character === "\\") position += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === "{") depth += 1;
    else if (character === "}") {
      depth -= 1;
      if (depth === 0) return position + 1;
    }
  }
  return undefined;
}
