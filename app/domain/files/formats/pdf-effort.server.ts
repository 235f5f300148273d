import type { FileBytes } from "./file-bytes.server.ts";
import { readPdfStreams } from "./pdf-streams.server.ts";

/** The standard names 28 levels as the most; pdf.js takes time by their square. */
const maxNesting = 1_000;
/** A code has two bytes: no range of any program's is wider. */
const maxRangeCodes = 65_536;
/** Of all tables of a file, in characters: as many as three hundred fonts with every code in them. */
const maxMappedCharacters = 20_000_000;

/**
 * Whether pdf.js would take half a minute and more for what is no text: states
 * that are put aside by the thousand, or tables that say of millions of codes what
 * they mean. Each byte is looked at once. Streams that are not packed by Flate
 * are not looked into; the thread's time-out is there for them.
 */
export function isBeyondEffort(file: FileBytes): boolean {
  let mapped = 0;
  for (const { unpacked } of readPdfStreams(file)) {
    if (unpacked === "too-big") continue;
    if (deepestNesting(unpacked) > maxNesting) return true;
    mapped += countMappedCharacters(unpacked);
    if (mapped > maxMappedCharacters) return true;
  }
  return false;
}

const [save, restore] = [0x71, 0x51];
/** White space and what else may stand beside an operator; no bracket of a string, for its words are none. */
const besideOperators = new Set(Buffer.from("\0\t\n\f\r []<>%", "latin1"));
const isBeside = (byte: number | undefined) =>
  byte === undefined || besideOperators.has(byte);

/** How many `q` have no `Q` yet, at the most. */
function deepestNesting(content: Buffer): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < content.length; at += 1) {
    const byte = content[at];
    if (byte !== save && byte !== restore) continue;
    const isClosed = content[at - 1] === 0x29 || isBeside(content[at - 1]);
    const isOpened = content[at + 1] === 0x28 || isBeside(content[at + 1]);
    if (!isClosed || !isOpened) continue;
    depth = byte === save ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

const blank = String.raw`[\0\t\n\f\r ]{0,20}`;
/** From which code, to which, and what the first of them means; a list of meanings has no more than it says. */
const range = new RegExp(
  `<([0-9A-Fa-f]{1,16})>${blank}<([0-9A-Fa-f]{1,16})>${blank}(?:<([0-9A-Fa-f]*)|\\[[^\\]]*|\\d)`,
  "g",
);

/** How much text the ranges of a table stand for; without end where one of them is wider than any. */
function countMappedCharacters(content: Buffer): number {
  let characters = 0;
  for (let from = 0; ;) {
    const begin = content.indexOf("beginbfrange", from, "latin1");
    if (begin < 0) return characters;
    const end = content.indexOf("endbfrange", begin, "latin1");
    from = end < 0 ? content.length : end;
    const section = content.toString("latin1", begin, from);
    for (const [, first = "", last = "", meaning] of section.matchAll(range)) {
      const codes = Number.parseInt(last, 16) - Number.parseInt(first, 16) + 1;
      if (codes > maxRangeCodes) return Number.POSITIVE_INFINITY;
      if (meaning !== undefined)
        characters += Math.max(0, codes) * Math.max(1, meaning.length / 4);
    }
  }
}
