import type { Db } from "#app/db/schema.ts";
import { selectGroups } from "../accounts/groups.server.ts";
import { findCallBySlug } from "../calls/calls.server.ts";
import { countVisibleResponses } from "../responses/visible-responses.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import { countWithGroups, countWithReader } from "./queue-tabs.server.ts";
import { type QueueCounts, type QueuePage, toQueueCounts } from "./queue.ts";

/** What the queue of a call, or of all, counts beside its states; a call that is not there is all. */
export async function selectQueueNumbers(
  db: Db,
  of: { viewer: Viewer; callSlug: string | null },
): Promise<
  Pick<QueuePage, "withReaderCount" | "withGroups"> & { counts: QueueCounts }
> {
  const { viewer, callSlug } = of;
  const call = callSlug ? await findCallBySlug(db, callSlug) : undefined;
  const asked = { viewer, callId: call?.id };
  return {
    counts: toQueueCounts(await countVisibleResponses(db, asked)),
    withReaderCount: await countWithReader(db, asked),
    withGroups: await countWithGroups(db, asked, await selectGroups(db)),
  };
}
