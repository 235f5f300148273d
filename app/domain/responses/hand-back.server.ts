import type { Db, Trx } from "#app/db/schema.ts";
import { recordEvents } from "../audit/audit.server.ts";
import type { Actor, NewEvent } from "../audit/audit.ts";
import {
  countAssignedByPerson,
  countByGroup,
  countClaimsByPerson,
  endClaimsOf,
  takeOffAssignee,
} from "./hand-back.queries.server.ts";
import type { Viewer } from "./visible-responses.ts";

/** How much somebody has in hand: what they read now, and what waits for them. */
export type WorkInHand = { claims: number; assigned: number };

export const noWork: WorkInHand = { claims: 0, assigned: 0 };

/** What each person has in hand, of what the viewer sees; whoever has nothing is left out. */
export async function countWorkInHand(
  db: Db,
  { viewer, now }: { viewer: Viewer; now: Date },
): Promise<Map<string, WorkInHand>> {
  const at = now.toISOString();
  const claims = await countClaimsByPerson(db, { viewer, at });
  const assigned = await countAssignedByPerson(db, viewer);
  const people = [...claims.keys(), ...assigned.keys()];
  return new Map(
    people
      .filter((staffId) => staffId !== null)
      .map((staffId) => [
        staffId,
        {
          claims: claims.get(staffId) ?? 0,
          assigned: assigned.get(staffId) ?? 0,
        },
      ]),
  );
}

/**
 * What somebody who leaves has in hand goes back: their claims end, and what is
 * assigned to them and asks for work is assigned to nobody. What they decided
 * stays theirs. Each response has its own event.
 */
export async function handBackWorkOf(
  trx: Trx,
  of: { staffId: string; actor: Actor; now: Date },
): Promise<WorkInHand> {
  const { staffId, actor, now } = of;
  const ended = await endClaimsOf(trx, { staffId, at: now.toISOString() });
  await recordEvents(
    trx,
    ended.map((id): NewEvent => ({
      ...{ at: now, actor, subject: { kind: "response", id } },
      type: "response.claim-released",
      details: { from: staffId },
    })),
  );
  const assigned = await giveToNobody(trx, { ...of, assigneeId: staffId });
  return { claims: ended.length, assigned };
}

/**
 * What is with a person or a group and asks for work goes to nobody, each response
 * with an event of its own. @returns how many they were.
 */
export async function giveToNobody(
  trx: Trx,
  of: { assigneeId: string; actor: Actor; now: Date },
): Promise<number> {
  const { assigneeId, actor, now } = of;
  const takenOff = await takeOffAssignee(trx, assigneeId);
  await recordEvents(
    trx,
    takenOff.map(({ id, rowVersion }): NewEvent => ({
      ...{ at: now, actor, subject: { kind: "response", id } },
      type: "response.assigned",
      details: { from: assigneeId, to: null, rowVersion },
    })),
  );
  return takenOff.length;
}

/** How much waits with each group, of what the viewer sees; one that has nothing is left out. */
export async function countWorkOfGroups(
  db: Db,
  viewer: Viewer,
): Promise<Map<number | null, number>> {
  return countByGroup(db, viewer);
}
