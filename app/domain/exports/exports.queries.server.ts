import type { ExportFailure } from "#app/db/export-values.ts";
import type { Db, NewRow, Row, Trx } from "#app/db/schema.ts";

export async function insertExport(
  trx: Trx,
  row: NewRow<"exports">,
): Promise<number> {
  const { id } = await trx
    .insertInto("exports")
    .values(row)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function selectExport(
  db: Db,
  exportId: number,
): Promise<Row<"exports"> | undefined> {
  return db
    .selectFrom("exports")
    .selectAll()
    .where("id", "=", exportId)
    .executeTakeFirst();
}

/** The newest, with the names of who asked. */
export async function selectNewestExports(db: Db, limit: number) {
  return db
    .selectFrom("exports")
    .innerJoin("staff", "staff.id", "exports.asked_by")
    .selectAll("exports")
    .select("staff.name as askedBy")
    .orderBy("exports.id", "desc")
    .limit(limit)
    .execute();
}

/** A run is known by the name that it gives the file: whoever begins after it takes the export from it. */
export type Run = { exportId: number; fileName: string };

/** @returns the export; undefined where it need not be made any more. */
export async function updateToBegun(
  db: Db,
  run: Run & { sinceEvent: number; at: string },
): Promise<Row<"exports"> | undefined> {
  return db
    .updateTable("exports")
    .set((eb) => ({
      state: "running",
      file_name: run.fileName,
      since_event: run.sinceEvent,
      attempts: eb("attempts", "+", 1),
      done_count: 0,
      total_count: null,
      touched_at: run.at,
    }))
    .where("id", "=", run.exportId)
    .where("state", "in", ["waiting", "running"])
    .returningAll()
    .executeTakeFirst();
}

/** @returns false where the run has its export no more: it was cancelled, or begun anew. */
export async function updateProgress(
  db: Db,
  run: Run,
  progress: { done_count: number; total_count: number; touched_at: string },
): Promise<boolean> {
  const result = await ofRun(db, run).set(progress).executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function isRunning(db: Db, run: Run): Promise<boolean> {
  const row = await db
    .selectFrom("exports")
    .select("id")
    .where("id", "=", run.exportId)
    .where("state", "=", "running")
    .where("file_name", "=", run.fileName)
    .executeTakeFirst();
  return row !== undefined;
}

type Made = {
  done_count: number;
  byte_size: number;
  left_out: string;
  finished_at: string;
  expires_at: string;
};

/** @returns false where the run has its export no more. */
export async function updateToDone(
  db: Db,
  run: Run,
  made: Made,
): Promise<boolean> {
  const result = await ofRun(db, run)
    .set({ state: "done", ...made, touched_at: made.finished_at })
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function updateToFailed(
  db: Db,
  run: Run,
  { failure, at }: { failure: ExportFailure; at: string },
): Promise<void> {
  await ofRun(db, run)
    .set({
      ...{ state: "failed", failure, file_name: null },
      ...{ touched_at: at, finished_at: at },
    })
    .execute();
}

function ofRun(db: Db, { exportId, fileName }: Run) {
  return db
    .updateTable("exports")
    .where("id", "=", exportId)
    .where("state", "=", "running")
    .where("file_name", "=", fileName);
}

/** @returns false where there is nothing to cancel any more. */
export async function updateToCancelled(
  trx: Trx,
  { exportId, at }: { exportId: number; at: string },
): Promise<boolean> {
  const result = await trx
    .updateTable("exports")
    .set({
      state: "cancelled",
      file_name: null,
      touched_at: at,
      finished_at: at,
    })
    .where("id", "=", exportId)
    .where("state", "in", ["waiting", "running"])
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function updateToGone(
  db: Db,
  { exportId, at }: { exportId: number; at: string },
): Promise<void> {
  await db
    .updateTable("exports")
    .set({ state: "gone", file_name: null, touched_at: at })
    .where("id", "=", exportId)
    .where("state", "=", "done")
    .execute();
}

/** Those whose time is over. */
export async function selectExpired(
  db: Db,
  at: string,
): Promise<{ exportId: number; fileName: string | null }[]> {
  return db
    .selectFrom("exports")
    .select(["id as exportId", "file_name as fileName"])
    .where("state", "=", "done")
    .where("expires_at", "<=", at)
    .execute();
}

/** Those that say they are made, and of which nothing was heard since. */
export async function failSilent(
  db: Db,
  { since, at }: { since: string; at: string },
): Promise<void> {
  await db
    .updateTable("exports")
    .set({
      ...{ state: "failed", failure: "unexpected", file_name: null },
      ...{ touched_at: at, finished_at: at },
    })
    .where("state", "in", ["waiting", "running"])
    .where("touched_at", "<", since)
    .execute();
}

/** The names of the files that rows know. */
export async function selectFileNames(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom("exports")
    .select("file_name")
    .where("file_name", "is not", null)
    .execute();
  return new Set(rows.flatMap(({ file_name: name }) => name ?? []));
}
