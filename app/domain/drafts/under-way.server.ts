import type { Db } from "#app/db/schema.ts";
import type { Call } from "../calls/calls.server.ts";
import {
  selectVersions,
  selectVersionsAfter,
} from "../calls/versions.server.ts";
import {
  selectUnderWay,
  selectUnderWayOn,
} from "./under-way.queries.server.ts";

/** How many have begun to answer each call and have not sent it, by the call's id. A number: staff read no draft. */
export async function countUnderWay(
  db: Db,
  now: Date,
): Promise<Map<number, number>> {
  const counts = await selectUnderWay(db, now.toISOString());
  return new Map(counts.map(({ callId, count }) => [callId, count]));
}

/** How many are in the middle of their answer on one version of a call. */
export type UnderWayOnVersion = {
  version: number;
  /** Whoever begins now begins on it. */
  isCurrent: boolean;
  count: number;
  /** The versions after it that ask something again. */
  askedAgainBy: number[];
};

/** How many have begun to answer a call and have not sent it, by the version that they are on, the newest first. */
export async function countUnderWayByVersion(
  db: Db,
  { id: callId, definitionId }: Pick<Call, "id" | "definitionId">,
  now: Date,
): Promise<UnderWayOnVersion[]> {
  const rows = await selectUnderWayOn(db, { callId, now: now.toISOString() });
  if (rows.length === 0) return [];
  const counts = new Map(rows.map((row) => [row.definitionId, row.count]));
  const versions = await selectVersions(db, callId);
  const first = versions[0]?.definitionId ?? definitionId;
  const later = await selectVersionsAfter(db, { callId, definitionId: first });
  const asking = new Set(
    later.filter((one) => one.asksAgain).map((one) => one.definitionId),
  );
  return versions.toReversed().flatMap((one) => {
    const count = counts.get(one.definitionId);
    if (count === undefined) return [];
    const after = versions.filter(
      ({ version, definitionId: id }) =>
        version > one.version && asking.has(id),
    );
    return {
      ...{ version: one.version, count },
      isCurrent: one.definitionId === definitionId,
      askedAgainBy: after.map(({ version }) => version),
    };
  });
}
