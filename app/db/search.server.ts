import { type Expression, type RawBuilder, sql } from "kysely";
import { countOf } from "./counts.ts";
import { engineOf } from "./engine.server.ts";
import type { Db, Trx } from "./schema.ts";
import {
  insertAnswerWords,
  removeAnswerWords,
} from "./search-by-answer.server.ts";
import { foldLetters } from "./search-folding.ts";
import { removeNoteText } from "./search-notes.server.ts";
import {
  hasInNotes,
  hasTerms,
  insertParts,
  partsWith,
} from "./search-postgres.server.ts";
import { isPrefixTerm } from "./search-words.ts";
import {
  quotedTerm,
  termsOf,
  toAnyOf,
  toFullTextQuery,
  toNoteQuery,
  type WordTree,
} from "./word-trees.ts";

/** What the index calls a response: FTS5 has a name of its own for a number. */
const idIn = (db: Db) =>
  sql.ref(
    engineOf(db) === "postgres"
      ? "response_search.response_id"
      : "response_search.rowid",
  );

/** A condition for `where`: the response's answers, files or notes are as the tree says. It is asked of each response by itself, so of few. */
export function responseMatches(db: Db, words: WordTree) {
  return matchesIn(db, words, sql`responses.id`);
}

function matchesIn(
  db: Db,
  tree: WordTree,
  id: RawBuilder<unknown>,
): RawBuilder<boolean> {
  if ("on" in tree)
    return engineOf(db) === "postgres"
      ? hasTerms(id, [tree.term])
      : isEverywhere(tree.term, id);
  if (tree.is === "not")
    return sql<boolean>`(not ${matchesIn(db, tree.part, id)})`;
  const parts = tree.parts.map((part) => matchesIn(db, part, id));
  const sign = tree.is === "and" ? sql` and ` : sql` or `;
  return sql<boolean>`(${sql.join(parts, sign)})`;
}

/** This response has the term somewhere. Beginnings are gathered once: to ask for them by a response takes FTS5 as long as all of them. */
function isEverywhere(term: string, id: RawBuilder<unknown>) {
  // With a sign, else FTS5 would take each of the hits for a row to look up.
  if (isPrefixTerm(term)) return isAmongHits(term, sql`+${id}`);
  const quoted = quotedTerm(term);
  return sql<boolean>`(
    (select 1 from response_search where response_search match ${quoted} and response_search.rowid = ${id}) is not null
    or (select 1 from note_search where note_search match ${quoted} and note_search.rowid = ${id}) is not null
  )`;
}

function isAmongHits(term: string, id: RawBuilder<unknown>) {
  return sql<boolean>`${id} in (${hitsOnSqlite(term)})`;
}

function hitsOnSqlite(term: string) {
  const quoted = quotedTerm(term);
  return sql`select rowid from response_search where response_search match ${quoted}
    union all select rowid from note_search where note_search match ${quoted}`;
}

/** The ids of all that a term is found in, maybe twice, as a statement. */
export function hitsOf(db: Db, term: string): RawBuilder<unknown> {
  return engineOf(db) === "postgres" ? partsWith(term) : hitsOnSqlite(term);
}

/** One term, asked of the index first: for one condition among others. */
export function isFoundBy(db: Db, term: string): RawBuilder<boolean> {
  const id = sql`responses.id`;
  if (engineOf(db) === "postgres") return hasTerms(id, [term]);
  return isAmongHits(term, id);
}

/** A whole tree that asks for words, asked of the index first. */
export function matchesOfIndex(db: Db, words: WordTree): RawBuilder<boolean> {
  if (engineOf(db) === "postgres") return responseMatches(db, words);
  return sql<boolean>`responses.id in (${matching(db, { words })})`;
}

/** The same of notes and memos alone. */
export function isFoundInNotes(db: Db, term: string): RawBuilder<boolean> {
  if (engineOf(db) === "postgres") return hasInNotes(sql`responses.id`, term);
  return sql<boolean>`responses.id in (
    select rowid from note_search where note_search match ${quotedTerm(term)}
  )`;
}

type Matches = {
  /** A tree that asks for words. */
  words: WordTree;
  /** The statement that selects the id of a response where it may be found. */
  among?: (responseId: RawBuilder<number>) => Expression<unknown>;
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

/**
 * SQLite has what people wrote in one index and the team's notes in another:
 * both are walked beside each other. What has a note with a word that must not
 * be there is looked at with the notes.
 */
function matching(db: Db, { words, among }: Matches) {
  const id = sql<number>`${idIn(db)}`;
  const isAmong = (one: RawBuilder<number>) =>
    among ? sql`and ${among(one)} is not null` : sql``;
  if (engineOf(db) === "postgres")
    return sql`select ${id} as id from response_search
      where ${matchesIn(db, words, id)} ${isAmong(id)}`;
  // By a name of its own: the notes are asked again for each word.
  const noteId = sql<number>`noted.rowid`;
  const negated = termsOf(words, "negated");
  const isNotNoted =
    negated.length > 0
      ? sql`and response_search.rowid not in (
          select rowid from note_search where note_search match ${toAnyOf(negated)}
        )`
      : sql``;
  return sql`select ${id} as id from response_search
    where response_search match ${toFullTextQuery(words)} ${isNotNoted} ${isAmong(id)}
    union
    select ${noteId} as id from note_search as noted
    where noted.note_search match ${toNoteQuery(words)}
      and ${matchesIn(db, words, noteId)} ${isAmong(noteId)}`;
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
  const folded = texts.map(({ responseId, answers, attachments }) => ({
    responseId,
    answers: foldLetters(answers),
    attachments: foldLetters(attachments),
  }));
  const rows = folded.map(
    ({ responseId, answers, attachments }) =>
      sql`(${responseId}, ${answers}, ${attachments})`,
  );
  await sql`insert into response_search (${sql.ref(id)}, answers, attachments)
    values ${sql.join(rows)}`.execute(trx);
  if (engineOf(trx) === "postgres") await insertParts(trx, texts);
  else await insertAnswerWords(trx, folded);
}

/** With what is indexed of the team's notes on it. */
export async function removeSearchText(trx: Trx, responseId: number) {
  await removeNoteText(trx, responseId);
  if (engineOf(trx) === "sqlite") await removeAnswerWords(trx, responseId);
  await sql`delete from response_search where ${idIn(trx)} = ${responseId}`.execute(
    trx,
  );
}
