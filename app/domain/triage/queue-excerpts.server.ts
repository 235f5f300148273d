import type { Db } from "#app/db/schema.ts";
import {
  type SearchColumn,
  selectIndexedBeginnings,
} from "#app/db/search.server.ts";
import { findHits } from "#app/db/search-words.ts";
import type { Excerpt } from "./queue.ts";
import { excerptHits } from "./search-hits.ts";

/** What a page of the list looks through for its excerpts; a hit further on has none. */
const maxExcerptedCharacters = 50_000;
const maxExcerptedHits = 50;

/** The words around the hits: those in the answers where there are any, else those in a file. */
export async function selectExcerpts(
  db: Db,
  terms: readonly string[],
  responseIds: number[],
): Promise<Map<number, Excerpt>> {
  if (terms.length === 0) return new Map();
  const excerpts = await excerptColumn(db, "answers", { terms, responseIds });
  const inFiles = await excerptColumn(db, "attachments", {
    terms,
    responseIds: responseIds.filter((id) => !excerpts.has(id)),
  });
  return new Map([...excerpts, ...inFiles]);
}

async function excerptColumn(
  db: Db,
  column: SearchColumn,
  of: { terms: readonly string[]; responseIds: number[] },
) {
  const beginnings = await selectIndexedBeginnings(db, column, {
    responseIds: of.responseIds,
    maxCharacters: maxExcerptedCharacters,
  });
  const from = column === "answers" ? "answers" : "file";
  const excerpts = new Map<number, Excerpt>();
  for (const [id, text] of beginnings) {
    const parts = excerptHits(text, findHits(text, of.terms, maxExcerptedHits));
    if (parts.length > 0) excerpts.set(id, { from, parts });
  }
  return excerpts;
}
