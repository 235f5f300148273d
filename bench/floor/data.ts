import Database from "better-sqlite3";

/** The floor's own table with as many rows, and the same texts, as Heard's queue has. */
export function fillFloor(file: string, texts: Iterable<string>) {
  const db = new Database(file);
  db.pragma("journal_mode = WAL");
  db.exec(`
    create table submission (
      id integer primary key, reference text not null unique, created_at integer not null,
      status text not null default 'new', q1 text, q2 text, attachment text
    );
    create virtual table submission_fts using fts5 (q1, q2, content = 'submission', content_rowid = 'id');
    create trigger submission_is_indexed after insert on submission begin
      insert into submission_fts (rowid, q1, q2) values (new.id, new.q1, new.q2);
    end;
  `);
  const insert = db.prepare(
    "insert into submission (reference, created_at, q1, q2) values (?, ?, ?, '')",
  );
  db.transaction(() => {
    let index = 0;
    for (const text of texts) insert.run(`F-${(index += 1)}`, Date.now(), text);
  })();
  db.close();
}
