import { type RawBuilder, sql } from "kysely";
import { engineOf } from "./engine.server.ts";
import type { Db, Trx } from "./schema.ts";
import { signBeforeWords, splitAnswers } from "./search-answers.ts";
import { hasInAnswer, partsWith } from "./search-postgres.server.ts";
import { cutWords, isPrefixTerm, maxSearchCharacters } from "./search-words.ts";
import { quotedTerm } from "./word-trees.ts";

/*
 * Words of the answer to one question. PostgreSQL's index knows where each
 * stands. SQLite has an index for them: every word of a response once for each
 * question, behind its id and behind its place in the form. It keeps neither
 * texts nor the order of words, so a phrase is looked for in the answer itself.
 */

type SoughtInAnswer = {
  /** Its id, or its place in the form, from 0. */
  question: string | number;
  term: string;
};

/** A condition on `responses`: what may have the term in that answer is found in the index. */
export function isFoundInAnswer(
  db: Db,
  sought: SoughtInAnswer,
): RawBuilder<boolean> {
  if (engineOf(db) === "postgres") return sql<boolean>`true`;
  // With a sign, else SQLite takes each of maybe all for a row to look up, and sorts them.
  return sql<boolean>`+responses.id in (${hitsOnSqlite(sought)})`;
}

/** The ids of all that may have the term in that answer, as a statement. */
export function hitsOfAnswer(
  db: Db,
  sought: SoughtInAnswer,
): RawBuilder<unknown> {
  return engineOf(db) === "postgres"
    ? partsWith(sought.term)
    : hitsOnSqlite(sought);
}

/** For a selection of the answer to that question, of a response that was found: this one has the term. */
export function answerHas(db: Db, term: string): RawBuilder<boolean> {
  if (engineOf(db) === "postgres")
    return hasInAnswer(
      {
        responseId: sql`answers.response_id`,
        questionId: sql`answers.question_id`,
      },
      term,
    );
  if (stemsOf(term).length < 2) return sql<boolean>`true`;
  // The index has not what is redacted, and the answer has: there its word is enough.
  return sql<boolean>`(exists (select 1 from redactions
      where redactions.response_id = answers.response_id
        and redactions.answer_id = answers.id and redactions.state = 'approved')
    or says(answers.text, ${term}))`;
}

function hitsOnSqlite({ question, term }: SoughtInAnswer) {
  const stems = stemsOf(term);
  if (stems.length === 0) return sql`select null where false`;
  const sign = signBeforeWords(question);
  const words = stems.map((stem) => `"${sign}${stem}"`).join(" AND ");
  const query = isPrefixTerm(term) ? `${words} *` : words;
  const hits = sql`select rowid from answer_search where answer_search match ${query}`;
  if (stems.length === 1) return hits;
  const phrase = `answers : ${quotedTerm(term)}`;
  return sql`${hits} intersect
    select rowid from response_search where response_search match ${phrase}`;
}

function stemsOf(term: string): string[] {
  return Array.from(cutWords(term), ({ stem }) => asToken(stem));
}

const plainLetter = /[a-z0-9]/;

/** A stem as one word, whatever letters SQLite knows; what begins like another does so still. */
function asToken(stem: string): string {
  const kept = stem.slice(0, maxSearchCharacters + 1);
  return Array.from(kept, (letter) =>
    plainLetter.test(letter)
      ? letter
      : `\uF8FB${letter.codePointAt(0)?.toString(36)}\uF8FA`,
  ).join("");
}

/** The words of answers as they were put into the other index, of responses that are not in this one. */
export async function insertAnswerWords(
  trx: Trx,
  texts: readonly { responseId: number; answers: string }[],
): Promise<void> {
  const rows = texts.map(
    ({ responseId, answers }) => sql`(${responseId}, ${wordsOf(answers)})`,
  );
  await sql`insert into answer_search (rowid, words)
    values ${sql.join(rows)}`.execute(trx);
}

/** While the other index has what it was given: the words that are to go are cut from that once more. */
export async function removeAnswerWords(
  trx: Trx,
  responseId: number,
): Promise<void> {
  const { rows } = await sql<{ answers: string }>`
    select answers from response_search
    where rowid = ${responseId}
      and (select rowid from answer_search where rowid = ${responseId}) is not null
  `.execute(trx);
  for (const { answers } of rows)
    await sql`insert into answer_search (answer_search, rowid, words)
      values ('delete', ${responseId}, ${wordsOf(answers)})`.execute(trx);
}

function wordsOf(answers: string): string {
  const words = new Set<string>();
  for (const { questionId, position, text } of splitAnswers(answers)) {
    if (position === undefined) continue;
    const signs = [questionId, position].map(signBeforeWords);
    for (const { stem } of cutWords(text)) {
      const token = asToken(stem);
      for (const sign of signs) words.add(sign + token);
    }
  }
  return [...words].join(" ");
}
