import type { SafeguardingKind } from "#app/db/column-values.ts";
import type { Db, Trx } from "#app/db/schema.ts";
import { enqueueJob } from "../../jobs/jobs.server.ts";
import { insertCase, selectOpenedAt } from "./cases.queries.server.ts";

export type CaseToOpen = {
  responseId: number;
  kind: SafeguardingKind;
  words: string;
  /** Undefined for its sender. */
  openedById: string | undefined;
  now: Date;
};

/**
 * Opens a case for a response that is flagged, in the transaction that flags
 * it; those who decide about it are told by mail after it.
 *
 * @returns false where one is open already.
 */
export async function openCase(
  trx: Trx,
  { responseId, kind, words, openedById, now }: CaseToOpen,
): Promise<boolean> {
  if ((await selectOpenedAt(trx, responseId)) !== undefined) return false;
  const caseId = await insertCase(trx, {
    ...{ response_id: responseId, kind, words: words.trim() },
    ...{ opened_by: openedById ?? null, opened_at: now.toISOString() },
  });
  await enqueueJob(trx, {
    kind: "safeguarding.tell",
    payload: { caseId },
    now,
  });
  return true;
}

/** Since when the case of a response is open; undefined where none is. */
export async function findOpenedAt(
  db: Db,
  responseId: number,
): Promise<string | undefined> {
  return selectOpenedAt(db, responseId);
}
