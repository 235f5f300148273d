import type { Db } from "#app/db/schema.ts";
import type { JobKind, JobPayload } from "#app/domain/jobs/jobs.ts";
import { putJobsBehind } from "#app/domain/jobs/jobs.server.ts";
import { selectOtherFilesOfResponse } from "./jobs.queries.server.ts";

/** The kinds of job that are about one file. */
export type FileJobKind = {
  [Kind in JobKind]: JobPayload<Kind> extends { attachmentId: number }
    ? Kind
    : never;
}[JobKind];

/**
 * After a file has had its turn the other files of its response wait behind
 * everybody else's that are due: fifty files that take half a minute each would
 * hold up other people's for as long as they take. To be done when the turn
 * has ended, so that what came meanwhile is before them.
 */
export async function letOtherResponsesGoFirst(
  db: Db,
  turn: { kind: FileJobKind; attachmentId: number; now: Date },
): Promise<void> {
  const others = await selectOtherFilesOfResponse(db, turn.attachmentId);
  if (others.length === 0) return;
  await putJobsBehind(db, {
    kind: turn.kind,
    payloads: others.map((attachmentId) => ({ attachmentId })),
    now: turn.now,
  });
}
