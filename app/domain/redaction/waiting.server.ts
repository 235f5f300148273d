import { countOf } from "#app/db/counts.ts";
import type { Db } from "#app/db/schema.ts";
import { selectVisibleResponses } from "../responses/visible-responses.server.ts";
import type {
  Viewer,
  VisibleResponse,
} from "../responses/visible-responses.ts";
import { maxWaitingResponses } from "./redactions.ts";
import { selectWaiting } from "./redactions.queries.server.ts";

/** A response with proposals that wait for a second person. */
export type WaitingResponse = Pick<VisibleResponse, "reference" | "callId"> & {
  /** How many this viewer may decide, and how many they proposed themselves. */
  forViewer: number;
  own: number;
  /** ISO-8601 UTC: the oldest of them. */
  since: string;
};

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
