import type { CallTellingKind } from "#app/db/column-values.ts";
import type { Trx } from "#app/db/schema.ts";
import { enqueueJob } from "../jobs/jobs.server.ts";
import { insertTelling } from "./tellings.queries.server.ts";

type Telling = {
  callId: number;
  kind: CallTellingKind;
  /** Who did it: nobody is told of what they did themselves. */
  byId: string | null;
  now: Date;
};

/** Leaves it to be told, by a mail to each, to all who may keep calls; in the transaction of what it tells of. */
export async function tellWhoKeepsCalls(
  trx: Trx,
  telling: Telling,
): Promise<void> {
  await leave(trx, telling, null);
}

/** The same to some of the team, each once, whom it is about. */
export async function tellThose(
  trx: Trx,
  { to, ...telling }: Telling & { to: readonly (string | null | undefined)[] },
): Promise<void> {
  for (const toId of new Set(to))
    if (toId && toId !== telling.byId) await leave(trx, telling, toId);
}

async function leave(
  trx: Trx,
  { callId, kind, byId, now }: Telling,
  toId: string | null,
): Promise<void> {
  const tellingId = await insertTelling(trx, {
    ...{ call_id: callId, kind, by_id: byId, to_id: toId },
    at: now.toISOString(),
  });
  await enqueueJob(trx, { kind: "call.tell", payload: { tellingId }, now });
}
