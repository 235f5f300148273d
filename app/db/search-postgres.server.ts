import { type RawBuilder, sql } from "kysely";
import type { Trx } from "./schema.ts";
import { toTsQuery, toVectors } from "./search-vectors.ts";

const partsInStatement = 100;

/** A condition: of the response with this id each term is somewhere in the answers or the files. */
export function hasTerms(
  responseId: RawBuilder<unknown>,
  terms: readonly string[],
): RawBuilder<boolean> {
  const conditions = terms.map((term) => hasTerm(responseId, term));
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

function hasTerm(responseId: RawBuilder<unknown>, term: string) {
  const query = toTsQuery(term);
  if (query === undefined) return sql<boolean>`false`;
  return sql<boolean>`exists (
    select 1 from response_search_parts
    where response_search_parts.response_id = ${responseId}
      and response_search_parts.words @@ ${query}::tsquery
  )`;
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
  for (const { responseId, answers, attachments } of texts) {
    let part = 0;
    for (const words of toVectors([answers, attachments])) {
      part += 1;
      rows.push(sql`(${responseId}, ${part}, ${words}::tsvector)`);
      if (rows.length < partsInStatement) continue;
      await insertRows(trx, rows);
      rows = [];
    }
  }
  if (rows.length > 0) await insertRows(trx, rows);
}

async function insertRows(trx: Trx, rows: RawBuilder<unknown>[]) {
  await sql`insert into response_search_parts (response_id, part, words)
    values ${sql.join(rows)}`.execute(trx);
}
