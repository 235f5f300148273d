import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Db, Row, Trx } from "#app/db/schema.ts";
import type { AttachmentStore } from "../attachments/attachment-store.server.ts";
import type { KeptFile } from "../attachments/keep-files.server.ts";
import { recordSentFile } from "../attachments/keep-sent-file.server.ts";
import type { Actor } from "../audit/audit.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { receiveResponse } from "../responses/intake.server.ts";
import type { ImportCheck } from "./check-import.server.ts";
import type { Enclosure } from "./enclosures.ts";
import { withKeptFiles } from "./kept-enclosures.server.ts";
import type { ImportRow } from "./import-rows.ts";
import {
  insertImport,
  moveImportOn,
  selectImport,
  setImportState,
} from "./imports.queries.server.ts";
import {
  type ImportRequest,
  judgeRows,
  openTable,
} from "./judge-rows.server.ts";
import { removeImport } from "./undo-import.server.ts";

/** A transaction of so many rows holds others up for less than a tenth of a second. */
export const maxRowsInBatch = 25;
/** Longer than a server waits before it asks for the lock again (sqlite-patience.ts). */
const pauseMilliseconds = 30;

export type Importing = ImportRequest & {
  check: ImportCheck;
  skipRefused: boolean;
  actor: Actor;
  randomBytes: (count: number) => Buffer;
  /** Where the files that rows name are kept; for a table without such it is not asked. */
  store?: AttachmentStore;
  /** At most `maxRowsInBatch`. */
  rowsInBatch?: number;
  /** After each batch, so that others who save have their turn. */
  pause?: () => Promise<unknown>;
};

export type ImportOutcome =
  | { ok: true; importId: number; importedCount: number }
  | {
      ok: false;
      reason:
        | "rows-refused"
        | "nothing-to-import"
        | "file-changed"
        | "begun-otherwise"
        | "taken-over";
    };

/**
 * Imports a checked file through the one intake, in batches of rows, each a
 * transaction; nobody sees any of them until the last is in. An import that was
 * cut off goes on where it stood. Rows that the check refused stand in the way
 * unless `skipRefused`.
 *
 * @returns `file-changed` where the file is not the one that was checked: nothing
 * is kept. `begun-otherwise` where it was begun with another map or for another version of
 * the call, `taken-over` where another process goes on with it, or undoes it.
 */
export async function importResponses(
  db: Db,
  request: Importing,
): Promise<ImportOutcome> {
  const { check } = request;
  if (check.refusedCount > 0 && !request.skipRefused)
    return { ok: false, reason: "rows-refused" };
  if (check.acceptedCount === 0)
    return { ok: false, reason: "nothing-to-import" };
  const begun = await beginImport(db, request);
  if (!begun) return { ok: false, reason: "begun-otherwise" };
  const broughtIn = await bringIn(db, request, begun);
  if (broughtIn === "taken-over") return { ok: false, reason: broughtIn };
  if (broughtIn === "file-changed") {
    await removeImport(db, { ...request, importId: begun.id });
    return { ok: false, reason: broughtIn };
  }
  const hasEnded = await endImport(db, request, begun.id);
  if (!hasEnded) return { ok: false, reason: "taken-over" };
  return { ok: true, importId: begun.id, importedCount: check.acceptedCount };
}

/** What must be the same for an import to go on: which rows come in, and as what. */
function hashRequest({ map, call, skipRefused }: Importing): string {
  const facts = JSON.stringify([map, call.definitionId, skipRefused]);
  return createHash("sha256").update(facts).digest("hex");
}

async function beginImport(
  db: Db,
  request: Importing,
): Promise<Row<"imports"> | undefined> {
  const { check, call, now, actor } = request;
  const requestSha256 = hashRequest(request);
  if (check.resumes) {
    const begun = await selectImport(db, check.resumes.importId);
    const isSame =
      begun?.state === "arriving" && begun.request_sha256 === requestSha256;
    return isSame ? begun : undefined;
  }
  return db.transaction().execute(async (trx) => {
    const begun = await insertImport(trx, {
      callId: call.id,
      sha256: check.sha256,
      requestSha256,
      rowCount: check.acceptedCount,
      now,
    });
    await recordEvent(trx, {
      at: now,
      actor,
      subject: { kind: "import", id: begun.id },
      type: "import.started",
      details: { callId: call.id },
    });
    return begun;
  });
}

type EnclosedRow = ImportRow & { files?: Enclosure[] };
type Batch = { rows: EnclosedRow[]; toLine: number };

async function bringIn(
  db: Db,
  request: Importing,
  begun: Row<"imports">,
): Promise<"all" | "file-changed" | "taken-over"> {
  const { check, pause = () => sleep(pauseMilliseconds) } = request;
  const csv = openTable(request);
  let fromLine = begun.done_to_line;
  let acceptedCount = 0;
  let batch: Batch = { rows: [], toLine: fromLine };
  const write = async () => {
    const step = { importId: begun.id, fromLine, toLine: batch.toLine };
    const isOurs = await writeBatch(db, request, { ...step, ...batch });
    fromLine = batch.toLine;
    batch = { rows: [], toLine: fromLine };
    await pause();
    return isOurs;
  };
  for await (const judged of judgeRows(db, csv, {
    ...request,
    underWay: begun,
  })) {
    if (judged.kind === "unusable") return "file-changed";
    if (judged.kind !== "row") continue;
    acceptedCount += 1;
    request.onRow?.(acceptedCount, "imported");
    if (judged.line <= fromLine) continue;
    batch.rows.push({ ...judged.row, files: judged.files ?? [] });
    batch.toLine = judged.line;
    const isFull = batch.rows.length >= rowsInBatch(request);
    if (isFull && !(await write())) return "taken-over";
  }
  if (csv.sha256() !== check.sha256 || acceptedCount !== check.acceptedCount)
    return "file-changed";
  if (batch.rows.length > 0 && !(await write())) return "taken-over";
  return "all";
}

function rowsInBatch({ rowsInBatch = maxRowsInBatch }: Importing): number {
  return Math.min(rowsInBatch, maxRowsInBatch);
}

/** @returns false where another process has moved the import on: nothing is written. */
async function writeBatch(
  db: Db,
  request: Importing,
  step: Batch & { importId: number; fromLine: number },
): Promise<boolean> {
  const rows = step.rows.map((row) => ({ ...row, importId: step.importId }));
  return withKeptFiles(db, { ...request, rows }, (kept) =>
    db.transaction().execute(async (trx) => {
      if (!(await moveImportOn(trx, step))) return false;
      for (const row of rows)
        await receiveRow(trx, request, row, kept.get(row) ?? []);
      return true;
    }),
  );
}

async function receiveRow(
  trx: Trx,
  { call, map, now, actor, randomBytes }: Importing,
  row: ImportRow & { importId: number },
  files: KeptFile[],
) {
  const { responseId } = await receiveResponse(trx, {
    callId: call.id,
    definitionId: call.definitionId,
    language: map.language,
    channel: map.channel,
    ...row,
    attachmentCount: files.length,
    recordedAt: now,
    actor,
    randomBytes,
  });
  for (const file of files) {
    const { questionId } = file.file;
    await recordSentFile(trx, file, { responseId, questionId, actor, now });
  }
}

/** From here on everybody sees all of it. */
async function endImport(
  db: Db,
  { check, call, now, actor }: Importing,
  importId: number,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const change = {
      importId,
      from: ["arriving" as const],
      to: "done" as const,
    };
    if (!(await setImportState(trx, change))) return false;
    await recordEvent(trx, {
      at: now,
      actor,
      subject: { kind: "import", id: importId },
      type: "import.completed",
      details: {
        callId: call.id,
        importedCount: check.acceptedCount,
        refusedCount: check.refusedCount,
        leftOutCount: check.leftOutCount,
      },
    });
    return true;
  });
}
