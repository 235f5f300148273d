import { type RawBuilder, sql } from "kysely";
import type { Trx } from "./schema.ts";
import { splitAnswers } from "./search-answers.ts";
import { toTsQuery, toVectors } from "./search-vectors.ts";

const partsInStatement = 100;
/** Where the parts of the team's own words begin to be counted: they are replaced by themselves. */
const firstNotePart = 1_000_000;

/** Where words stand: in a file, in the team's notes, or in the answer to a question. */
const inFile = "file";
const inNotes = "notes";
const inAnswer = (questionId: string) => `answer ${questionId}`;

/** A condition: of the response with this id each term is somewhere in the answers, the files or the notes. */
export function hasTerms(
  responseId: RawBuilder<unknown>,
  terms: readonly string[],
): RawBuilder<boolean> {
  const conditions = terms.map((term) => hasTerm(responseId, term));
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

function hasTerm(responseId: RawBuilder<unknown>, term: string) {
  return hasPart(responseId, term, sql`true`);
}

function hasPart(
  responseId: RawBuilder<unknown>,
  term: string,
  isThere: RawBuilder<unknown>,
) {
  const query = toTsQuery(term);
  if (query === undefined) return sql<boolean>`false`;
  return sql<boolean>`exists (
    select 1 from response_search_parts
    where response_search_parts.response_id = ${responseId}
      and response_search_parts.words @@ ${query}::tsquery
      and ${isThere}
  )`;
}

/** The ids of all parts that have a term, as a statement. */
export function partsWith(term: string): RawBuilder<unknown> {
  const query = toTsQuery(term);
  const isThere =
    query === undefined
      ? sql`false`
      : sql`response_search_parts.words @@ ${query}::tsquery`;
  return sql`select response_search_parts.response_id
    from response_search_parts where ${isThere}`;
}

/** The same of the notes alone. */
export function hasInNotes(responseId: RawBuilder<unknown>, term: string) {
  return hasPart(
    responseId,
    term,
    sql`response_search_parts.place = ${inNotes}`,
  );
}

/** The same of the answer to one question, where both ids are columns. */
export function hasInAnswer(
  answer: { responseId: RawBuilder<unknown>; questionId: RawBuilder<unknown> },
  term: string,
) {
  return hasPart(
    answer.responseId,
    term,
    sql`response_search_parts.place = ${inAnswer("")} || ${answer.questionId}`,
  );
}

/** The words of texts that were just put into the index; what was there before is gone with its texts. */
export async function insertParts(
  trx: Trx,
  texts: readonly {
    responseId: number;
    answers: string;
    attachments: string;
  }[],
): Promise<void> {
  let rows: RawBuilder<unknown>[] = [];
  for (const { responseId, ...text } of texts) {
    let part = 0;
    for (const { place, words } of placedVectors(text)) {
      part += 1;
      rows.push(sql`(${responseId}, ${part}, ${place}, ${words}::tsvector)`);
      if (rows.length < partsInStatement) continue;
      await insertRows(trx, rows);
      rows = [];
    }
  }
  if (rows.length > 0) await insertRows(trx, rows);
}

function* placedVectors(text: { answers: string; attachments: string }) {
  for (const { questionId, text: answer } of splitAnswers(text.answers))
    for (const words of toVectors([answer]))
      yield { place: inAnswer(questionId), words };
  for (const words of toVectors([text.attachments]))
    yield { place: inFile, words };
}

/** Puts the words of notes in place of those that were there. */
export async function replaceNoteParts(
  trx: Trx,
  responseId: number,
  notes: string,
): Promise<void> {
  await sql`delete from response_search_parts
    where response_id = ${responseId} and place = ${inNotes}`.execute(trx);
  const texts = splitAnswers(notes).map(({ text }) => text);
  const vectors = [...toVectors(texts)];
  if (vectors.length === 0) return;
  await insertRows(
    trx,
    vectors.map(
      (words, index) =>
        sql`(${responseId}, ${firstNotePart + index}, ${inNotes}, ${words}::tsvector)`,
    ),
  );
}

async function insertRows(trx: Trx, rows: RawBuilder<unknown>[]) {
  await sql`insert into response_search_parts (response_id, part, place, words)
    values ${sql.join(rows)}`.execute(trx);
}
