import type { Db } from "#app/db/schema.ts";
import { csvStart, writeCsvRow } from "../text/csv.ts";
import { joinNotes } from "./codebook-files.ts";
import { guidOf } from "./tag-guids.server.ts";
import { selectTags } from "./tags.queries.server.ts";
import { arrangeTags, type ArrangedTag } from "./tags.ts";

type Tag = Awaited<ReturnType<typeof selectTags>>[number];

export const csvColumns = [
  "name",
  "parent",
  "definition",
  "include",
  "exclude",
  "colour",
  "retired",
] as const;

/** The whole codebook as a table for a spreadsheet, retired tags too. */
export async function writeCodebookCsv(db: Db): Promise<string> {
  const tags = await selectTags(db);
  const names = new Map(tags.map(({ tagId, name }) => [tagId, name]));
  const rows = arrangeTags(tags).map((tag) =>
    writeCsvRow([
      tag.name,
      tag.parentId === null ? "" : (names.get(tag.parentId) ?? ""),
      tag.definition,
      tag.includeNote,
      tag.excludeNote,
      tag.tint ?? "",
      tag.retiredAt === null ? "" : "yes",
    ]),
  );
  return csvStart + writeCsvRow(csvColumns) + rows.join("");
}

/**
 * The tags in use as a REFI-QDA codebook; undefined where there are none, because
 * the format has no empty one.
 */
export async function writeCodebookQdc(db: Db): Promise<string | undefined> {
  const tags = (await selectTags(db)).filter((tag) => tag.retiredAt === null);
  if (tags.length === 0) return undefined;
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Heard">',
    "  <Codes>",
  ];
  const open: number[] = [];
  const closeTo = (depth: number) => {
    for (let last = open.at(-1); last !== undefined && last >= depth;) {
      lines.push(`${indent(last)}</Code>`);
      open.pop();
      last = open.at(-1);
    }
  };
  for (const tag of arrangeTags(tags)) {
    closeTo(tag.depth);
    lines.push(...openCode(tag));
    open.push(tag.depth);
  }
  closeTo(0);
  return [...lines, "  </Codes>", "</CodeBook>", ""].join("\n");
}

const indent = (depth: number) => "  ".repeat(depth + 2);

function openCode(tag: ArrangedTag<Tag>): string[] {
  const tint = tag.tint === null ? "" : ` color="${tag.tint}"`;
  const code = `<Code guid="${guidOf(tag)}" name="${escapeXml(tag.name)}" isCodable="true"${tint}>`;
  const text = joinNotes(tag);
  return [
    indent(tag.depth) + code,
    ...(text === ""
      ? []
      : [
          `${indent(tag.depth + 1)}<Description>${escapeXml(text)}</Description>`,
        ]),
  ];
}

/** A text as XML holds it, without the letters that XML has no place for. */
function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;");
}
