import type { Db } from "#app/db/schema.ts";
import { csvStart, writeCsvRow } from "../text/csv.ts";
import { escapeXml } from "../text/xml.ts";
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
    ...linesOfCodes(arrangeTags(tags)),
    "</CodeBook>",
    "",
  ];
  return lines.join("\n");
}

/** A tag as a project of another program knows it. */
export type Code = { tagId: number; name: string; guid: string };

/** Every tag, retired or not, in the order of the codebook, and the lines that say so within a REFI-QDA project; none where there is no tag. */
export async function selectCodes(
  db: Db,
): Promise<{ codes: Code[]; lines: string[] }> {
  const tags = arrangeTags(await selectTags(db));
  return {
    codes: tags.map((tag) => ({
      tagId: tag.tagId,
      name: tag.name,
      guid: guidOf(tag),
    })),
    lines:
      tags.length === 0
        ? []
        : ["<CodeBook>", ...linesOfCodes(tags), "</CodeBook>"],
  };
}

function linesOfCodes(tags: ArrangedTag<Tag>[]): string[] {
  const lines = ["  <Codes>"];
  const open: number[] = [];
  const closeTo = (depth: number) => {
    for (let last = open.at(-1); last !== undefined && last >= depth;) {
      lines.push(`${indent(last)}</Code>`);
      open.pop();
      last = open.at(-1);
    }
  };
  for (const tag of tags) {
    closeTo(tag.depth);
    lines.push(...openCode(tag));
    open.push(tag.depth);
  }
  closeTo(0);
  return [...lines, "  </Codes>"];
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
