import { removeSearchText } from "#app/db/search.server.ts";
import type { Db, Trx } from "#app/db/schema.ts";
import { removeFilesOfResponses } from "../attachments/keep-sent-file.server.ts";
import type { Actor } from "../audit/audit.ts";
import { recordEvents } from "../audit/audit.server.ts";
import {
  countWithStaffEvents,
  deleteResponses,
  selectIdsOfImport,
} from "./intake.queries.server.ts";

/** How many responses of an import the review team has done something to. */
export async function countWorkedOnOfImport(
  db: Db,
  importId: number,
): Promise<number> {
  return countWithStaffEvents(db, importId);
}

/**
 * Deletes at most `limit` responses of an import with all that hangs on them;
 * the events stay, and say so.
 *
 * @returns how many there were, and which bytes the caller deletes with
 * `removeStoredFiles` once its transaction is committed.
 */
export async function removeResponsesOfImport(
  trx: Trx,
  of: { importId: number; limit: number; actor: Actor; now: Date },
): Promise<{ count: number; publicIds: string[] }> {
  const ids = await selectIdsOfImport(trx, of);
  if (ids.length === 0) return { count: 0, publicIds: [] };
  for (const id of ids) await removeSearchText(trx, id);
  const publicIds = await removeFilesOfResponses(trx, ids);
  await deleteResponses(trx, ids);
  await recordEvents(
    trx,
    ids.map((id) => ({
      at: of.now,
      actor: of.actor,
      subject: { kind: "response" as const, id },
      type: "response.import-undone",
      details: { importId: of.importId },
    })),
  );
  return { count: ids.length, publicIds };
}
