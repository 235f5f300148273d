import { sql } from "kysely";
import { engineOf } from "./engine.server.ts";
import { inTransaction } from "./in-transaction.server.ts";
import type { Db, Trx } from "./schema.ts";
import { replaceNoteText, selectNoteTexts } from "./search-notes.server.ts";
import { replaceSearchText } from "./search.server.ts";

/** What is indexed of a response, which is the same on both engines; how it is found is not. */
type SearchText = {
  id: number;
  answers: string;
  attachments: string;
  /** The team's own words. */
  notes: string;
};

const textsAtOnce = 20;

const idOf = (db: Db) =>
  sql.ref(engineOf(db) === "postgres" ? "response_id" : "rowid");

export async function* readSearchTexts(
  db: Db,
  after = 0,
): AsyncGenerator<SearchText[]> {
  for (let last = after; ;) {
    const { rows } = await sql<Omit<SearchText, "notes">>`
      select ${idOf(db)} as id, answers, attachments from response_search
      where ${idOf(db)} > ${last} order by ${idOf(db)} limit ${textsAtOnce}`.execute(
      db,
    );
    const end = rows.at(-1);
    if (!end) return;
    const ids = rows.map(({ id }) => id);
    const notes = await selectNoteTexts(db, ids);
    yield rows.map((row) =>
      withoutNul({ ...row, notes: notes.get(row.id) ?? "" }),
    );
    last = end.id;
  }
}

/** As PostgreSQL takes them. */
function withoutNul({ id, ...texts }: SearchText): SearchText {
  const clean = (text: string) => text.replaceAll("\0", "\uFFFD");
  return {
    id,
    answers: clean(texts.answers),
    attachments: clean(texts.attachments),
    notes: clean(texts.notes),
  };
}

/** The last response whose text has come; 0 where none has. */
export async function selectLastSearchId(db: Db): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select ${idOf(db)} as id from response_search
    order by ${idOf(db)} desc limit 1`.execute(db);
  return rows[0]?.id ?? 0;
}

/** Indexes in one database what is indexed in another. Gives how many came, after each batch. */
export async function* copySearchTexts(
  from: Db,
  to: Db,
  {
    after,
    assertMayWrite,
  }: { after: number; assertMayWrite: (trx: Trx) => Promise<void> },
): AsyncGenerator<number> {
  for await (const texts of readSearchTexts(from, after)) {
    await inTransaction(to, async (trx) => {
      await assertMayWrite(trx);
      for (const { id, notes, ...text } of texts) {
        await replaceSearchText(trx, id, text);
        await replaceNoteText(trx, id, notes);
      }
    });
    yield texts.length;
  }
}
