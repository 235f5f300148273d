import { type Expression, type RawBuilder, sql } from "kysely";
import { countOf } from "./counts.ts";
import { engineOf } from "./engine.server.ts";
import type { Db, Trx } from "./schema.ts";
import { hasTerms, insertParts } from "./search-postgres.server.ts";

/** What the index calls a response: FTS5 has a name of its own for a number. */
const idIn = (db: Db) =>
  sql.ref(
    engineOf(db) === "postgres"
      ? "response_search.response_id"
      : "response_search.rowid",
  );

/** Terms as an FTS5 query that cannot fail: each is quoted, so operators are read as words. Undefined for no terms. */
export function toFullTextQuery(terms: readonly string[]): string | undefined {
  if (terms.length === 0) return undefined;
  return terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(" ");
}

/** The terms that `toFullTextQuery` made a query of. */
function termsIn(fullTextQuery: string): string[] {
  return Array.from(fullTextQuery.matchAll(/"((?:[^"]|"")*)"/g), ([, term]) =>
    (term ?? "").replaceAll('""', '"'),
  );
}

/** A condition for `where`: the response's answers or files match the query. It is asked of each response by itself, so of few. */
export function responseMatches(db: Db, fullTextQuery: string) {
  if (engineOf(db) === "postgres")
    return hasTerms(sql`responses.id`, termsIn(fullTextQuery));
  return sql<boolean>`(select 1 from response_search where response_search match ${fullTextQuery} and response_search.rowid = responses.id) is not null`;
}

type Matches = {
  fullTextQuery: string;
  /** The statement that selects the id of a response where it may be found. */
  among: (responseId: RawBuilder<number>) => Expression<unknown>;
};

/**
 * The ids of what matches, in the order in which it was recorded: the index has
 * its hits in that order, so that a page of a common word costs a page and not
 * all hits. Any other order would have to find every hit first, and so might an
 * `exists`, which SQLite takes for a join that it may turn round (docs/decisions/201).
 */
export async function selectMatchingIds(
  db: Db,
  { limit, offset, ...matches }: Matches & { limit: number; offset: number },
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select ${idIn(db)} as id from response_search
    where ${isMatch(db, matches)}
    order by ${idIn(db)}
    limit ${limit} offset ${offset}
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** How many match, counted no further than `upTo`. */
export async function countMatching(
  db: Db,
  { upTo, ...matches }: Matches & { upTo: number },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select 1 from response_search where ${isMatch(db, matches)} limit ${upTo}
    ) as counted
  `.execute(db);
  return rows[0] ? countOf(rows[0]) : 0;
}

function isMatch(db: Db, { fullTextQuery, among }: Matches) {
  const responseId = sql<number>`${idIn(db)}`;
  const isFound =
    engineOf(db) === "postgres"
      ? hasTerms(responseId, termsIn(fullTextQuery))
      : sql`response_search match ${fullTextQuery}`;
  return sql`${isFound} and ${among(responseId)} is not null`;
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
    select ${idIn(db)} as "responseId",
      substr(${sql.ref(column)}, 1, ${of.maxCharacters}) as beginning
    from response_search
    where ${idIn(db)} in (${sql.join(of.responseIds)})
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
  await insertSearchTexts(trx, [{ responseId, ...text }]);
}

export type SearchText = {
  responseId: number;
  answers: string;
  attachments: string;
};

/** The texts of responses of which nothing is indexed, at most 500 of them. */
export async function insertSearchTexts(
  trx: Trx,
  texts: readonly SearchText[],
): Promise<void> {
  const id = engineOf(trx) === "postgres" ? "response_id" : "rowid";
  const rows = texts.map(
    ({ responseId, answers, attachments }) =>
      sql`(${responseId}, ${answers}, ${attachments})`,
  );
  await sql`insert into response_search (${sql.ref(id)}, answers, attachments)
    values ${sql.join(rows)}`.execute(trx);
  if (engineOf(trx) === "postgres") await insertParts(trx, texts);
}

export async function removeSearchText(trx: Trx, responseId: number) {
  await sql`delete from response_search where ${idIn(trx)} = ${responseId}`.execute(
    trx,
  );
}
