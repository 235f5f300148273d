import type { Db, Row, Trx } from "#app/db/schema.ts";
import type { StaffMember } from "../accounts/accounts.ts";
import { may } from "../accounts/permissions.ts";
import { enqueueJob } from "../jobs/jobs.server.ts";
import { tidyText } from "../text/foreign-text.ts";
import {
  type ImportFile,
  isAtRest,
  keepsRowsDays,
  mayBecome,
  type WorkOutcome,
} from "./import-files.ts";
import { deleteEnclosures } from "./enclosures.queries.server.ts";
import {
  deleteImportFile,
  deleteImportFileRows,
  type ImportFileChange,
  insertImportFile,
  insertImportFileRows,
  selectImportFile,
  selectImportFileRows,
  selectImportFilesAtRest,
  selectNewestImportFiles,
  updateImportFile,
} from "./import-files.queries.server.ts";
import { type ImportMap, importMapSchema } from "./import-map.ts";
import { importFileStates } from "#app/db/column-values.ts";
import type { Table, TableNotice } from "./table-file.ts";

const rowsInStatement = 200;
const maxNameCharacters = 200;

/** Keeps a table that was uploaded, so that its columns can be said. @returns its id. */
export async function keepTable(
  db: Db,
  kept: {
    callId: number;
    /** As the browser sent it. */
    name: string;
    sha256: string;
    table: Table;
    actor: StaffMember;
    now: Date;
  },
): Promise<number> {
  const { table } = kept;
  return db.transaction().execute(async (trx) => {
    const importFileId = await insertImportFile(trx, {
      callId: kept.callId,
      name: tidyText(kept.name).slice(0, maxNameCharacters) || "table",
      sha256: kept.sha256,
      headings: JSON.stringify(table.headings),
      notices: JSON.stringify(table.notices),
      rowCount: table.rows.length,
      lastLine: table.rows.at(-1)?.line ?? 0,
      uploadedBy: kept.actor.staffId,
      at: kept.now.toISOString(),
    });
    for (let at = 0; at < table.rows.length; at += rowsInStatement)
      await insertImportFileRows(
        trx,
        importFileId,
        table.rows
          .slice(at, at + rowsInStatement)
          .map(({ line, cells }) => ({ line, cells: JSON.stringify(cells) })),
      );
    return importFileId;
  });
}

/** @returns undefined where there is none of that number. */
export async function findImportFile(
  db: Db,
  importFileId: number,
): Promise<ImportFile | undefined> {
  const row = await selectImportFile(db, importFileId);
  return row && readImportFile(row);
}

const mostListed = 100;

/** The newest, at most 100. */
export async function listImportFiles(db: Db): Promise<ImportFile[]> {
  const rows = await selectNewestImportFiles(db, mostListed);
  return rows.map(readImportFile);
}

function readImportFile(row: Row<"import_files">): ImportFile {
  return {
    importFileId: row.id,
    callId: row.call_id,
    name: row.name,
    sha256: row.file_sha256,
    headings: JSON.parse(row.headings) as string[],
    notices: JSON.parse(row.notices) as TableNotice[],
    rowCount: row.row_count,
    lastLine: row.last_line,
    uploadedBy: row.uploaded_by,
    uploadedAt: row.uploaded_at,
    changedAt: row.changed_at,
    state: row.state,
    map:
      row.map === null ? undefined : importMapSchema.parse(JSON.parse(row.map)),
    outcome:
      row.outcome === null
        ? undefined
        : (JSON.parse(row.outcome) as WorkOutcome),
    skipRefused: row.skip_refused === 1,
    askedBy: row.asked_by ?? undefined,
    importId: row.import_id ?? undefined,
    rowVersion: row.row_version,
  };
}

/** The first rows of a table, for whoever says what its columns are. */
export async function selectFirstRows(
  db: Db,
  importFileId: number,
  limit: number,
): Promise<string[][]> {
  const of = { importFileId, afterLine: 0, limit };
  const rows = await selectImportFileRows(db, of);
  return rows.map(({ cells }) => JSON.parse(cells) as string[]);
}

type Asking = { importFileId: number; actor: StaffMember; now: Date };

export type AskOutcome =
  { ok: true } | { ok: false; reason: "not-allowed" | "changed" };

/** Says how the columns are read, and has every row checked by that. */
export async function saveColumns(
  db: Db,
  asking: Asking & { map: ImportMap },
): Promise<AskOutcome> {
  const { importFileId, actor, now, map } = asking;
  const set = { map: JSON.stringify(map), import_id: null };
  return askFor(db, { importFileId, actor, now }, "checking", set);
}

/** Has the rows imported, as they were checked when `seenVersion` was shown. */
export async function askForImport(
  db: Db,
  asking: Asking & { seenVersion: number; skipsRefused: boolean },
): Promise<AskOutcome> {
  const set = { skip_refused: asking.skipsRefused ? 1 : 0 } as const;
  return askFor(db, asking, "importing", set);
}

/** Has all that came in with the table taken back. */
export async function askForUndo(
  db: Db,
  asking: Asking & { seenVersion: number },
): Promise<AskOutcome> {
  return askFor(db, asking, "undoing", {});
}

async function askFor(
  db: Db,
  asking: Asking & { seenVersion?: number },
  state: keyof typeof mayBecome,
  set: ImportFileChange,
): Promise<AskOutcome> {
  const { importFileId, actor, now, seenVersion } = asking;
  if (!may(actor, "import-responses"))
    return { ok: false, reason: "not-allowed" };
  return db.transaction().execute(async (trx) => {
    const isAsked = await updateImportFile(trx, {
      importFileId,
      from: mayBecome[state],
      ...(seenVersion !== undefined && { seenVersion }),
      set: { ...set, state, outcome: null, asked_by: actor.staffId },
      at: now.toISOString(),
    });
    if (!isAsked) return { ok: false, reason: "changed" };
    await enqueueWork(trx, importFileId, now);
    return { ok: true };
  });
}

async function enqueueWork(trx: Trx, importFileId: number, now: Date) {
  await enqueueJob(trx, {
    kind: "import.work",
    payload: { importFileId },
    now,
  });
}

const restingStates = importFileStates.filter(isAtRest);
/** What was imported is taken back by its table, so that stays without its rows. */
const droppedStates = restingStates.filter((state) => state !== "imported");

/** Deletes a table with its rows; of one that was imported, the rows alone. @returns false where it is at work. */
export async function discardTable(
  db: Db,
  { importFileId }: { importFileId: number },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const of = { importFileId, states: droppedStates };
    if (await deleteImportFile(trx, of)) return true;
    const found = await selectImportFile(trx, importFileId);
    if (found?.state !== "imported") return false;
    await deleteImportFileRows(trx, of);
    await deleteEnclosures(trx, of);
    return updateImportFile(trx, {
      importFileId,
      from: ["imported"],
      set: { row_count: 0 },
      at: found.changed_at,
    });
  });
}

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** Deletes the cells of tables that nobody has touched for `keepsRowsDays`. @returns how many tables. */
export async function deleteOldTables(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keepsRowsDays * dayMilliseconds);
  const found = await selectImportFilesAtRest(db, {
    before: before.toISOString(),
    states: restingStates,
  });
  for (const importFileId of found) await discardTable(db, { importFileId });
  return found.length;
}
