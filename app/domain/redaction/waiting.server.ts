import { countOf } from "#app/db/counts.ts";
import type { Db } from "#app/db/schema.ts";
import { selectVisibleResponses } from "../responses/visible-responses.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import { selectWaiting } from "./redactions.queries.server.ts";
import { maxWaitingResponses, type WaitingResponse } from "./waiting.ts";

/** The responses with proposals that wait for a second person, the longest waiting first. */
export async function listWaitingRedactions(
  db: Db,
  { viewer, now }: { viewer: Viewer; now: Date },
): Promise<WaitingResponse[]> {
  const rows = await selectWaiting(db, { viewer, most: maxWaitingResponses });
  const responseIds = rows.map(({ responseId }) => responseId);
  const seen = { responseIds, viewer, now };
  const responses = new Map(
    (await selectVisibleResponses(db, seen)).map((one) => [
      one.responseId,
      one,
    ]),
  );
  return rows.flatMap(({ responseId, since, ...row }) => {
    const response = responses.get(responseId);
    if (!response) return [];
    const own = countOf({ count: row.ownCount });
    const { reference, callId } = response;
    return [{ reference, callId, own, forViewer: countOf(row) - own, since }];
  });
}
