import { sql } from "kysely";
import type { Db, Trx } from "./schema.ts";

/** Terms as an FTS5 query that cannot fail: each is quoted, so operators are read as words. Undefined for no terms. */
export function toFullTextQuery(terms: readonly string[]): string | undefined {
  if (terms.length === 0) return undefined;
  return terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(" ");
}

/** A condition for `where`: the response's answers or files match the query. */
export function responseMatches(fullTextQuery: string) {
  return sql<boolean>`responses.id in (select rowid from response_search where response_search match ${fullTextQuery})`;
}

/** What is indexed of a response: its answers one after the other, and the texts of its files. */
export type SearchColumn = "answers" | "attachments";

/** The beginnings of what is indexed of the responses named, at most `maxCharacters` of each, by response id. */
export async function selectIndexedBeginnings(
  db: Db,
  column: SearchColumn,
  of: { responseIds: readonly number[]; maxCharacters: number },
): Promise<Map<number, string>> {
  if (of.responseIds.length === 0) return new Map();
  const { rows } = await sql<{ responseId: number; beginning: string }>`
    select rowid as "responseId",
      substr(${sql.ref(column)}, 1, ${of.maxCharacters}) as beginning
    from response_search
    where rowid in (${sql.join(of.responseIds)})
  `.execute(db);
  return new Map(rows.map((row) => [row.responseId, row.beginning]));
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
