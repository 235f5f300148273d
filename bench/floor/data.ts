import Database from "better-sqlite3";

/** The floors' own table with as many rows, and the same texts, as Heard's queue has. */
export function fillFloor(file: string, texts: Iterable<string>) {
  const db = new Database(file);
  db.pragma("journal_mode = WAL");
  db.exec(`
    create table submission (
      id integer primary key, reference text not null unique, created_at integer not null,
      status text not null default 'new', name text, email text, organisation text, respond_as text,
      q1 text, q2 text, q3 text, q4 text, q5 text, attachment text
    );
    create index submission_status on submission (status, created_at desc);
    create virtual table submission_fts using fts5 (
      name, organisation, q1, q2, q3, q4, q5, content = 'submission', content_rowid = 'id'
    );
    create trigger submission_is_indexed after insert on submission begin
      insert into submission_fts (rowid, name, organisation, q1, q2, q3, q4, q5)
      values (new.id, new.name, new.organisation, new.q1, new.q2, new.q3, new.q4, new.q5);
    end;
  `);
  const insert = db.prepare(
    "insert into submission (reference, created_at, name, organisation, respond_as, q1, q2) values (?, ?, 'Ada Okafor', 'A council', 'organisation', ?, '')",
  );
  db.transaction(() => {
    let index = 0;
    for (const text of texts) insert.run(`F-${(index += 1)}`, Date.now(), text);
  })();
  db.close();
}
