import { sql } from "kysely";
import { engineOf } from "./engine.server.ts";
import type { Db, Trx } from "./schema.ts";
import { foldLetters } from "./search-folding.ts";
import { replaceNoteParts } from "./search-postgres.server.ts";

/** What the two tables of the index call a response. */
const idOf = (db: Db) =>
  sql.ref(engineOf(db) === "postgres" ? "response_id" : "rowid");

/**
 * Puts the team's own words about a response in place of what was indexed of
 * them; nothing is indexed where the response itself is not (yet).
 */
export async function replaceNoteText(
  trx: Trx,
  responseId: number,
  notes: string,
): Promise<void> {
  await removeNoteText(trx, responseId);
  const isPostgres = engineOf(trx) === "postgres";
  const words = foldLetters(notes);
  const { rows } = await sql`select 1 from response_search
    where ${idOf(trx)} = ${responseId}`.execute(trx);
  if (rows.length === 0) return;
  if (isPostgres) await replaceNoteParts(trx, responseId, words);
  if (words === "") return;
  await sql`insert into note_search (${idOf(trx)}, words)
    values (${responseId}, ${words})`.execute(trx);
}

export async function removeNoteText(trx: Trx, responseId: number) {
  await sql`delete from note_search where ${idOf(trx)} = ${responseId}`.execute(
    trx,
  );
}

/** What is indexed of notes, by response id. */
export async function selectNoteTexts(
  db: Db,
  responseIds: readonly number[],
): Promise<Map<number, string>> {
  if (responseIds.length === 0) return new Map();
  const { rows } = await sql<{ id: number; words: string }>`
    select ${idOf(db)} as id, words from note_search
    where ${idOf(db)} in (${sql.join(responseIds)})`.execute(db);
  return new Map(rows.map(({ id, words }) => [id, words]));
}
