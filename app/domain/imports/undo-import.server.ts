import { setTimeout as sleep } from "node:timers/promises";
import { emptyWriteAheadLog } from "#app/db/write-ahead-log.server.ts";
import type { ImportState } from "#app/db/column-values.ts";
import type { Db } from "#app/db/schema.ts";
import type { AttachmentStore } from "../attachments/attachment-store.server.ts";
import { removeStoredFiles } from "../attachments/keep-files.server.ts";
import type { Actor } from "../audit/audit.ts";
import { recordEvent } from "../audit/audit.server.ts";
import {
  countWorkedOnOfImport,
  removeResponsesOfImport,
} from "../responses/imported-responses.server.ts";
import {
  forgetImportedFile,
  selectImport,
  setImportState,
} from "./imports.queries.server.ts";

/** As few as an import writes at a time, and as long a pause, for the same reasons. */
const maxRowsInBatch = 25;
const pauseMilliseconds = 30;

type Undoing = {
  importId: number;
  /** From which the bytes of its files are deleted; without one the sweep does it. */
  store?: AttachmentStore;
  actor: Actor;
  now: Date;
  rowsInBatch?: number;
  /** After each batch, so that others who save have their turn. */
  pause?: () => Promise<unknown>;
};

export type UndoOutcome =
  | { ok: true; removedCount: number }
  | { ok: false; reason: "not-found" | "already-undone" }
  | { ok: false; reason: "worked-on"; workedOnCount: number };

/**
 * Takes an import back as a whole, ended or not: nobody sees its responses from
 * the first moment on, then they are deleted in batches. What was cut off goes on
 * when it is asked for again. Its file may be imported anew.
 *
 * @returns `worked-on` where the review team has done something to some of its
 * responses, unless `evenIfWorkedOn`: their notes, tags and decisions go with them.
 */
export async function undoImport(
  db: Db,
  undoing: Undoing & { evenIfWorkedOn: boolean },
): Promise<UndoOutcome> {
  const { importId } = undoing;
  const found = await selectImport(db, importId);
  if (!found) return { ok: false, reason: "not-found" };
  if (found.state === "undone") return { ok: false, reason: "already-undone" };
  const workedOnCount = await countWorkedOnOfImport(db, importId);
  const isBegun = found.state === "undoing";
  if (workedOnCount > 0 && !undoing.evenIfWorkedOn && !isBegun)
    return { ok: false, reason: "worked-on", workedOnCount };
  return { ok: true, removedCount: await removeImport(db, undoing) };
}

/** @returns how many responses were deleted now. */
export async function removeImport(db: Db, undoing: Undoing): Promise<number> {
  const { importId, pause = () => sleep(pauseMilliseconds) } = undoing;
  const limit = Math.min(undoing.rowsInBatch ?? maxRowsInBatch, maxRowsInBatch);
  await db.transaction().execute((trx) =>
    setImportState(trx, {
      importId,
      from: ["arriving", "done"],
      to: "undoing",
    }),
  );
  let removedCount = 0;
  for (;;) {
    const { count, publicIds } = await db
      .transaction()
      .execute((trx) => removeResponsesOfImport(trx, { ...undoing, limit }));
    if (undoing.store) await removeStoredFiles(undoing.store, publicIds);
    removedCount += count;
    if (count < limit) break;
    await pause();
  }
  await endUndoing(db, undoing);
  await emptyWriteAheadLog(db);
  return removedCount;
}

async function endUndoing(db: Db, { importId, now, actor }: Undoing) {
  await db.transaction().execute(async (trx) => {
    const found = await selectImport(trx, importId);
    const from: ImportState[] = ["undoing"];
    if (
      !found ||
      !(await setImportState(trx, { importId, from, to: "undone" }))
    )
      return;
    await forgetImportedFile(trx, found);
    await recordEvent(trx, {
      at: now,
      actor,
      subject: { kind: "import", id: importId },
      type: "import.undone",
      details: { callId: found.call_id },
    });
  });
}
