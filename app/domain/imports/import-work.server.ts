import type { Db } from "#app/db/schema.ts";
import type { AttachmentStore } from "../attachments/attachment-store.server.ts";
import type { Actor } from "../audit/audit.ts";
import { findCall } from "../calls/calls.server.ts";
import type { QuestionMessages } from "../calls/question-types/question-type.ts";
import { checkImport } from "./check-import.server.ts";
import { listEnclosures } from "./enclosures.server.ts";
import type { ImportFile, WorkOutcome, WorkRefusal } from "./import-files.ts";
import { findImportFile } from "./import-files.server.ts";
import { updateImportFile } from "./import-files.queries.server.ts";
import { importResponses } from "./imports.server.ts";
import { readKeptTable } from "./table-rows.server.ts";
import { undoImport } from "./undo-import.server.ts";

export type ImportWork = {
  importFileId: number;
  messages: QuestionMessages;
  now: () => Date;
  randomBytes: (count: number) => Buffer;
  /** Where the files that rows name are kept. */
  store: AttachmentStore;
  /** After each batch, so that others who save have their turn. */
  pause?: () => Promise<unknown>;
};

/**
 * Does what was asked for with a table: checks its rows, imports them, or takes
 * them back. Run again after it was cut off, it goes on where it stood.
 */
export async function workOnImportFile(
  db: Db,
  work: ImportWork,
): Promise<void> {
  const file = await findImportFile(db, work.importFileId);
  if (file?.state === "checking") await checkRows(db, work, file);
  else if (file?.state === "importing") await importRows(db, work, file);
  else if (file?.state === "undoing") await undoRows(db, work, file);
}

async function checkRows(db: Db, work: ImportWork, file: ImportFile) {
  const checked = await checkImport(db, await requestOf(db, work, file));
  const rest = restingAfter(file);
  if (!checked.ok) return end(db, work, rest, refused(checked));
  const { rowCount, acceptedCount, leftOutCount, refusedCount } = checked.check;
  const { missingFiles, unusedFiles } = checked.check;
  const counts = {
    ...{ rowCount, acceptedCount, leftOutCount, refusedCount },
    ...(missingFiles.count > 0 && { missingFiles }),
    ...(unusedFiles.count > 0 && { unusedFiles }),
  };
  return end(
    db,
    work,
    { ...rest, to: "checked" },
    { kind: "checked", ...counts },
  );
}

/** What a table's rows are judged by. */
export async function requestOf(
  db: Db,
  work: Pick<ImportWork, "messages" | "now">,
  file: ImportFile,
) {
  if (!file.map)
    throw new Error("A table is worked on before its columns are said");
  return {
    call: await findCall(db, file.callId),
    map: file.map,
    file: readKeptTable(db, file),
    messages: work.messages,
    now: work.now(),
    enclosures: await listEnclosures(db, file.importFileId),
  };
}

async function importRows(db: Db, work: ImportWork, file: ImportFile) {
  const request = await requestOf(db, work, file);
  const checked = await checkImport(db, request);
  const rest = restingAfter(file);
  // It came to its end before it could say so.
  if (!checked.ok && checked.reason === "already-imported")
    return endImported(db, work, {
      importId: checked.importId,
      importedCount: checked.rowCount,
      refusedCount: Math.max(0, file.rowCount - checked.rowCount),
    });
  if (!checked.ok) return end(db, work, rest, refused(checked));
  const outcome = await importResponses(db, {
    ...request,
    check: checked.check,
    skipRefused: file.skipRefused,
    actor: actorOf(file),
    randomBytes: work.randomBytes,
    store: work.store,
    ...(work.pause && { pause: work.pause }),
  });
  if (!outcome.ok) return end(db, work, rest, refused(outcome));
  const { acceptedCount: importedCount, refusedCount } = checked.check;
  const { importId } = outcome;
  return endImported(db, work, { importId, importedCount, refusedCount });
}

async function endImported(
  db: Db,
  work: ImportWork,
  done: { importId: number; importedCount: number; refusedCount: number },
) {
  const { importId, ...counts } = done;
  const step = { from: "importing", to: "imported", importId } as const;
  await end(db, work, step, { kind: "imported", ...counts });
}

async function undoRows(db: Db, work: ImportWork, file: ImportFile) {
  const outcome = await undoImport(db, {
    importId: file.importId ?? 0,
    // Whoever asked for it was told how many were worked on.
    evenIfWorkedOn: true,
    store: work.store,
    actor: actorOf(file),
    now: work.now(),
    ...(work.pause && { pause: work.pause }),
  });
  const rest = { from: "undoing", to: "undone" } as const;
  if (outcome.ok)
    return end(db, work, rest, {
      kind: "undone",
      removedCount: outcome.removedCount,
    });
  return end(db, work, rest, refused(outcome));
}

const refused = (refusal: WorkRefusal): WorkOutcome => ({
  kind: "refused",
  refusal,
});

/** Where a table is left when its work comes to nothing: its columns can be said anew. */
function restingAfter({ state }: ImportFile) {
  const from = state === "importing" ? "importing" : "checking";
  return { from, to: "uploaded" } as const;
}

function actorOf({ askedBy, uploadedBy }: ImportFile): Actor {
  return { kind: "staff", staffId: askedBy ?? uploadedBy };
}

type Step = {
  from: ImportFile["state"];
  to: ImportFile["state"];
  importId?: number;
};

async function end(
  db: Db,
  work: ImportWork,
  { from, to, importId }: Step,
  outcome: WorkOutcome,
): Promise<void> {
  await updateImportFile(db, {
    importFileId: work.importFileId,
    from: [from],
    set: {
      state: to,
      outcome: JSON.stringify(outcome),
      ...(importId !== undefined && { import_id: importId }),
    },
    at: work.now().toISOString(),
  });
}
