import { type Expression, type RawBuilder, sql } from "kysely";
import { countOf } from "./counts.ts";
import { engineOf } from "./engine.server.ts";
import type { Db, Trx } from "./schema.ts";
import { toIndexed } from "./search-answers.ts";
import { foldLetters } from "./search-folding.ts";
import { removeNoteText } from "./search-notes.server.ts";
import {
  hasInAnswer,
  hasInNotes,
  hasTerms,
  insertParts,
} from "./search-postgres.server.ts";
import { isPrefixTerm } from "./search-words.ts";

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
  return terms.map(quoted).join(" ");
}

/** The last word of a term that is one of beginnings is only begun. */
function quoted(term: string): string {
  const isPrefix = isPrefixTerm(term);
  const words = toIndexed(isPrefix ? term.slice(0, -1) : term);
  return `"${words.replaceAll('"', '""')}"${isPrefix ? " *" : ""}`;
}

/** The terms that `toFullTextQuery` made a query of. */
function termsIn(fullTextQuery: string): string[] {
  return Array.from(
    fullTextQuery.matchAll(/"((?:[^"]|"")*)"( \*)?/g),
    ([, term, prefix]) =>
      (term ?? "").replaceAll('""', '"') + (prefix ? "*" : ""),
  );
}

/** A condition for `where`: the response's answers, files or notes match the query. It is asked of each response by itself, so of few. */
export function responseMatches(db: Db, fullTextQuery: string) {
  const id = sql`responses.id`;
  const terms = termsIn(fullTextQuery);
  if (engineOf(db) === "postgres") return hasTerms(id, terms);
  return everywhere(terms, id);
}

/** Of this response each term stands somewhere. */
function everywhere(terms: readonly string[], id: RawBuilder<unknown>) {
  const conditions = terms.map(
    (term) => sql`(
      (select 1 from response_search where response_search match ${quoted(term)} and response_search.rowid = ${id}) is not null
      or (select 1 from note_search where note_search match ${quoted(term)} and note_search.rowid = ${id}) is not null
    )`,
  );
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** The same of one term, asked of the index first: for one condition among others. */
export function isFoundBy(db: Db, term: string): RawBuilder<boolean> {
  const id = sql`responses.id`;
  if (engineOf(db) === "postgres") return hasTerms(id, [term]);
  return sql<boolean>`responses.id in (
    select rowid from response_search where response_search match ${quoted(term)}
    union all select rowid from note_search where note_search match ${quoted(term)}
  )`;
}

/** The same of all terms of a query. */
export function matchesOfIndex(db: Db, fullTextQuery: string) {
  const terms = termsIn(fullTextQuery).map((term) => isFoundBy(db, term));
  return sql<boolean>`(${sql.join(terms, sql` and `)})`;
}

/** The same of notes and memos alone. */
export function isFoundInNotes(db: Db, term: string): RawBuilder<boolean> {
  if (engineOf(db) === "postgres") return hasInNotes(sql`responses.id`, term);
  return sql<boolean>`responses.id in (
    select rowid from note_search where note_search match ${quoted(term)}
  )`;
}

/** For a selection of answers: this one has the term. */
export function answerHas(db: Db, term: string): RawBuilder<boolean> {
  const responseId = sql`answers.response_id`;
  if (engineOf(db) === "postgres")
    return hasInAnswer(
      { responseId, questionId: sql`answers.question_id` },
      term,
    );
  return sql<boolean>`(answers.response_id in (
    select rowid from response_search where response_search match ${`answers : ${quoted(term)}`}
  ) and says(answers.text, ${term}))`;
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
    ${matching(db, matches)} order by id limit ${limit} offset ${offset}
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
      ${matching(db, matches)} order by id limit ${upTo}
    ) as counted
  `.execute(db);
  return rows[0] ? countOf(rows[0]) : 0;
}

/** SQLite has what people wrote in one index and the team's notes in another: both are walked beside each other. */
function matching(db: Db, { fullTextQuery, among }: Matches) {
  const id = sql<number>`${idIn(db)}`;
  const terms = termsIn(fullTextQuery);
  if (engineOf(db) === "postgres")
    return sql`select ${id} as id from response_search
      where ${hasTerms(id, terms)} and ${among(id)} is not null`;
  const noteId = sql<number>`note_search.rowid`;
  return sql`select ${id} as id from response_search
    where response_search match ${fullTextQuery} and ${among(id)} is not null
    union
    select ${noteId} as id from note_search
    where note_search match ${terms.map(quoted).join(" OR ")}
      and ${everywhere(terms, noteId)} and ${among(noteId)} is not null`;
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
      sql`(${responseId}, ${foldLetters(answers)}, ${foldLetters(attachments)})`,
  );
  await sql`insert into response_search (${sql.ref(id)}, answers, attachments)
    values ${sql.join(rows)}`.execute(trx);
  if (engineOf(trx) === "postgres") await insertParts(trx, texts);
}

/** With what is indexed of the team's notes on it. */
export async function removeSearchText(trx: Trx, responseId: number) {
  await removeNoteText(trx, responseId);
  await sql`delete from response_search where ${idIn(trx)} = ${responseId}`.execute(
    trx,
  );
}
