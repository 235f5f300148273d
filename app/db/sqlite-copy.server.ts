import SqliteConnection from "better-sqlite3";

const openingMilliseconds = 15_000;
const pagesAtOnce = 500;

/**
 * Copies a SQLite file, as it is at one moment, while others write to it. The
 * read transaction holds the moment: SQLite's own backup begins anew whenever
 * another process has written between two of its steps, and under steady
 * writing would never end (docs/decisions/235). Nobody waits meanwhile; the
 * write-ahead log grows by what is written.
 *
 * @param to a file that is not there; it comes to be one without a log beside it.
 * @param tell hears after each step which part of it has been copied; what it throws ends the copy.
 */
export async function copySqlite(
  from: string,
  to: string,
  tell: (part: number) => void,
): Promise<void> {
  const source = new SqliteConnection(from, {
    readonly: true,
    timeout: openingMilliseconds,
  });
  try {
    source.exec("begin");
    source.prepare("select count(*) from sqlite_schema").get();
    await source.backup(to, {
      progress({ totalPages, remainingPages }) {
        tell(1 - remainingPages / Math.max(1, totalPages));
        return pagesAtOnce;
      },
    });
    tell(1);
  } finally {
    source.close();
  }
  leaveInOneFile(to);
}

/** Ends what a log beside the file holds: from then on the file is all of it. */
export function leaveInOneFile(file: string): void {
  const copy = new SqliteConnection(file);
  try {
    copy.pragma("journal_mode = DELETE");
  } finally {
    copy.close();
  }
}
