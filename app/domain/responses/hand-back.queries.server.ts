import { countOf } from "#app/db/counts.ts";
import type { Db, Trx } from "#app/db/schema.ts";
import { groupIdOf, toAssigneeColumns } from "../accounts/groups.ts";
import type { Viewer } from "./visible-responses.ts";
import { responsesVisibleTo } from "./visible-responses.queries.server.ts";

/** How many responses each person reads at a moment, of those that the viewer sees. */
export async function countClaimsByPerson(
  db: Db,
  { viewer, at }: { viewer: Viewer; at: string },
): Promise<Map<string | null, number>> {
  const rows = await responsesVisibleTo(db, viewer)
    .where("responses.claimed_by", "is not", null)
    .where("responses.claim_expires_at", ">", at)
    .select((eb) => [
      "responses.claimed_by as staffId",
      eb.fn.countAll().as("count"),
    ])
    .groupBy("responses.claimed_by")
    .execute();
  return new Map(rows.map((row) => [row.staffId, countOf(row)]));
}

/** How many responses that ask for somebody's work are given to each person, of those that the viewer sees. */
export async function countAssignedByPerson(
  db: Db,
  viewer: Viewer,
): Promise<Map<string | null, number>> {
  const rows = await responsesVisibleTo(db, viewer)
    .where("responses.assignee_id", "is not", null)
    .where("responses.awaits_triage", "=", 1)
    .select((eb) => [
      "responses.assignee_id as staffId",
      eb.fn.countAll().as("count"),
    ])
    .groupBy("responses.assignee_id")
    .execute();
  return new Map(rows.map((row) => [row.staffId, countOf(row)]));
}

/** How many responses that ask for somebody's work are with each group, of those that the viewer sees. */
export async function countByGroup(
  db: Db,
  viewer: Viewer,
): Promise<Map<number | null, number>> {
  const rows = await responsesVisibleTo(db, viewer)
    .where("responses.group_id", "is not", null)
    .where("responses.awaits_triage", "=", 1)
    .select((eb) => [
      "responses.group_id as groupId",
      eb.fn.countAll().as("count"),
    ])
    .groupBy("responses.group_id")
    .execute();
  return new Map(rows.map((row) => [row.groupId, countOf(row)]));
}

/** Ends every claim of a person. @returns the responses whose claim had not run out. */
export async function endClaimsOf(
  trx: Trx,
  { staffId, at }: { staffId: string; at: string },
): Promise<number[]> {
  const ended = { claimed_by: null, claim_expires_at: null };
  const lapsed = trx
    .updateTable("responses")
    .set(ended)
    .where("claimed_by", "=", staffId)
    .where("claim_expires_at", "<=", at);
  await lapsed.execute();
  const rows = await trx
    .updateTable("responses")
    .set(ended)
    .where("claimed_by", "=", staffId)
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Gives to nobody what is with a person or a group and asks for work. @returns it, with the versions that come of it. */
export async function takeOffAssignee(
  trx: Trx,
  assigneeId: string,
): Promise<{ id: number; rowVersion: number }[]> {
  const groupId = groupIdOf(assigneeId);
  return trx
    .updateTable("responses")
    .set((eb) => ({
      ...toAssigneeColumns(null),
      row_version: eb("row_version", "+", 1),
    }))
    .where((eb) =>
      groupId === undefined
        ? eb("assignee_id", "=", assigneeId)
        : eb("group_id", "=", groupId),
    )
    .where("awaits_triage", "=", 1)
    .returning(["id", "row_version as rowVersion"])
    .execute();
}
