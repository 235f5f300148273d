import { readInert } from "../text/csv.ts";
import { parseCsvTable } from "../text/csv-table.server.ts";
import {
  type CodebookEntry,
  type CodebookRead,
  maxCodebookCharacters,
  maxCodebookTags,
} from "./codebook-files.ts";
import { readQdc } from "./read-qdc.server.ts";

/** Reads a codebook, whichever of the two formats it is in; how much it is, is looked at first. */
export async function readCodebook(text: string): Promise<CodebookRead> {
  if (text.trim() === "") return { ok: false, reason: "empty" };
  if (text.length > maxCodebookCharacters)
    return { ok: false, reason: "too-long" };
  return /^[\s\uFEFF]*</.test(text)
    ? readQdc(text.replace(/^\uFEFF/, ""))
    : readCsv(text);
}

function readCsv(text: string): CodebookRead {
  const rows = parseCsvTable(text);
  if (!rows) return { ok: false, reason: "unreadable" };
  const [head, ...body] = rows;
  const names = (head?.record ?? []).map((cell) => cell.trim().toLowerCase());
  if (!names.includes("name")) return { ok: false, reason: "no-name-column" };
  if (body.length > maxCodebookTags)
    return { ok: false, reason: "too-many", count: body.length };
  const entries = body
    .filter(({ record }) => record.some((cell) => cell.trim() !== ""))
    .map(({ record, info }) => {
      const cell = (name: string) =>
        readInert(record[names.indexOf(name)] ?? "").trim();
      const parent = cell("parent");
      return {
        // The line on which a row ends is known; the one it begins on is its first cell's.
        line: info.lines - linesIn(record),
        guid: undefined,
        name: cell("name"),
        definition: cell("definition"),
        includeNote: cell("include"),
        excludeNote: cell("exclude"),
        tint: cell("colour").toLowerCase() || null,
        parentName: parent === "" ? undefined : lastOf(parent),
        isRetired: /^(yes|true|1)$/i.test(cell("retired")),
      } satisfies CodebookEntry;
    });
  return entries.length === 0
    ? { ok: false, reason: "empty" }
    : { ok: true, entries };
}

/** A path ends in the name that is meant. */
function lastOf(parent: string): string {
  return parent.split(" > ").at(-1)?.trim() ?? parent;
}

const linesIn = (record: string[]) => record.join("").match(/\n/g)?.length ?? 0;
