import { sql } from "kysely";
import type { Db, Trx } from "./schema.ts";

/** Private-use characters that mark a hit inside a snippet; no stored text may hold them. */
export const hitStart = "\uE000";
export const hitEnd = "\uE001";

/**
 * Turns what a person typed into an FTS5 query that cannot fail: every word is
 * quoted, so operators are read as words; a part in double quotes stays a phrase.
 *
 * @returns undefined where nothing searchable was typed.
 */
export function toFullTextQuery(typed: string): string | undefined {
  const terms = [
    ...typed
      .slice(0, 1000)
      .normalize("NFC")
      .matchAll(/"([^"]+)"|[\p{L}\p{N}]+/gu),
  ]
    .map((match) => match[1] ?? match[0])
    .map((term) => term.replaceAll("\0", " ").trim())
    .filter((term) => /[\p{L}\p{N}]/u.test(term));
  if (terms.length === 0) return undefined;
  return terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(" ");
}

/** A condition for `where`: the response's answers or files match the query. */
export function responseMatches(fullTextQuery: string) {
  return sql<boolean>`responses.id in (select rowid from response_search where response_search match ${fullTextQuery})`;
}

export type SearchSnippet = {
  responseId: number;
  answers: string;
  attachments: string;
};

/**
 * The words around the hits of the responses named, marked with `hitStart` and `hitEnd`.
 * A column without a hit comes back as its beginning, unmarked.
 */
export async function selectSnippets(
  db: Db,
  fullTextQuery: string,
  responseIds: number[],
): Promise<SearchSnippet[]> {
  if (responseIds.length === 0) return [];
  const { rows } = await sql<SearchSnippet>`
    select rowid as "responseId",
      snippet(response_search, 0, ${hitStart}, ${hitEnd}, '…', 24) as answers,
      snippet(response_search, 1, ${hitStart}, ${hitEnd}, '…', 24) as attachments
    from response_search
    where response_search match ${fullTextQuery} and rowid in (${sql.join(responseIds)})
  `.execute(db);
  return rows;
}

/** Puts a response's searchable text in place of what was indexed before. */
export async function replaceSearchText(
  trx: Trx,
  responseId: number,
  text: { answers: string; attachments: string },
) {
  await removeSearchText(trx, responseId);
  await sql`insert into response_search (rowid, answers, attachments)
    values (${responseId}, ${text.answers}, ${text.attachments})`.execute(trx);
}

export async function removeSearchText(trx: Trx, responseId: number) {
  await sql`delete from response_search where rowid = ${responseId}`.execute(
    trx,
  );
}

/** A response's whole indexed text with the hits marked; undefined where it does not match. */
export async function selectMarkedText(
  db: Db,
  fullTextQuery: string,
  responseId: number,
): Promise<{ answers: string; attachments: string } | undefined> {
  const { rows } = await sql<{ answers: string; attachments: string }>`
    select highlight(response_search, 0, ${hitStart}, ${hitEnd}) as answers,
      highlight(response_search, 1, ${hitStart}, ${hitEnd}) as attachments
    from response_search
    where response_search match ${fullTextQuery} and rowid = ${responseId}
  `.execute(db);
  return rows[0];
}
