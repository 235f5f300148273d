import SqliteConnection from "better-sqlite3";

/** Holds the one lock for writing, as an import or a backup of another process would. */
export function holdWriteLock(file: string): { release: () => void } {
  const connection = new SqliteConnection(file, { timeout: 15_000 });
  connection.exec("begin immediate");
  return {
    release() {
      connection.exec("commit");
      connection.close();
    },
  };
}
