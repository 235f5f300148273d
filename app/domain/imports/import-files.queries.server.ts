import type { ImportFileState } from "#app/db/column-values.ts";
import type { Db, Row, Trx } from "#app/db/schema.ts";

type FileRow = Row<"import_files">;

export async function insertImportFile(
  trx: Trx,
  row: {
    callId: number;
    name: string;
    sha256: string;
    headings: string;
    notices: string;
    rowCount: number;
    lastLine: number;
    uploadedBy: string;
    at: string;
  },
): Promise<number> {
  const { id } = await trx
    .insertInto("import_files")
    .values({
      call_id: row.callId,
      name: row.name,
      file_sha256: row.sha256,
      headings: row.headings,
      notices: row.notices,
      row_count: row.rowCount,
      last_line: row.lastLine,
      uploaded_by: row.uploadedBy,
      uploaded_at: row.at,
      changed_at: row.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertImportFileRows(
  trx: Trx,
  importFileId: number,
  rows: { line: number; cells: string }[],
): Promise<void> {
  await trx
    .insertInto("import_file_rows")
    .values(rows.map((row) => ({ import_file_id: importFileId, ...row })))
    .execute();
}

export async function selectImportFile(
  db: Db,
  importFileId: number,
): Promise<FileRow | undefined> {
  return db
    .selectFrom("import_files")
    .selectAll()
    .where("id", "=", importFileId)
    .executeTakeFirst();
}

/** The newest first. */
export async function selectNewestImportFiles(
  db: Db,
  limit: number,
): Promise<FileRow[]> {
  return db
    .selectFrom("import_files")
    .selectAll()
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

/** Rows from a line on, in their order. */
export async function selectImportFileRows(
  db: Db,
  of: { importFileId: number; afterLine: number; limit: number },
): Promise<{ line: number; cells: string }[]> {
  return db
    .selectFrom("import_file_rows")
    .select(["line", "cells"])
    .where("import_file_id", "=", of.importFileId)
    .where("line", ">", of.afterLine)
    .orderBy("line")
    .limit(of.limit)
    .execute();
}

export type ImportFileChange = Partial<
  Pick<
    FileRow,
    | "state"
    | "map"
    | "outcome"
    | "skip_refused"
    | "asked_by"
    | "import_id"
    | "row_count"
  >
>;

/** @returns false where it is in none of the states it may leave, or was changed since it was seen. */
export async function updateImportFile(
  db: Db,
  change: {
    importFileId: number;
    from: readonly ImportFileState[];
    seenVersion?: number;
    set: ImportFileChange;
    at: string;
  },
): Promise<boolean> {
  const { importFileId, from, seenVersion, set, at } = change;
  let update = db
    .updateTable("import_files")
    .set((eb) => ({
      ...set,
      changed_at: at,
      row_version: eb("row_version", "+", 1),
    }))
    .where("id", "=", importFileId)
    .where("state", "in", from);
  if (seenVersion !== undefined)
    update = update.where("row_version", "=", seenVersion);
  const result = await update.executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deleteImportFileRows(
  db: Db,
  of: { importFileId: number },
): Promise<void> {
  await db
    .deleteFrom("import_file_rows")
    .where("import_file_id", "=", of.importFileId)
    .execute();
}

/** With its rows. @returns false where it is in another state. */
export async function deleteImportFile(
  trx: Trx,
  of: { importFileId: number; states: readonly ImportFileState[] },
): Promise<boolean> {
  const result = await trx
    .deleteFrom("import_files")
    .where("id", "=", of.importFileId)
    .where("state", "in", of.states)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** At rest since before a moment, and with cells still. */
export async function selectImportFilesAtRest(
  db: Db,
  of: { before: string; states: readonly ImportFileState[] },
): Promise<number[]> {
  const rows = await db
    .selectFrom("import_files")
    .select("id")
    .where("changed_at", "<", of.before)
    .where("state", "in", of.states)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("import_file_rows")
          .select("line")
          .whereRef("import_file_rows.import_file_id", "=", "import_files.id"),
      ),
    )
    .execute();
  return rows.map(({ id }) => id);
}
