import type { Db } from "#app/db/schema.ts";
import { findLastChange } from "./changes.server.ts";
import { toTriageState, type TriageState } from "./triage.ts";

/** Where one response stands: what the triage form shows, and the saved side of a late save. */
export type TriageStanding = {
  responseId: number;
  reference: string;
  callId: number;
  /** ISO-8601 UTC. */
  receivedAt: string;
  state: TriageState;
  assigneeId: string | null;
  assigneeName: string | null;
  isFlagged: boolean;
  rowVersion: number;
  /** A claim that lives at the moment asked about. */
  claim: { staffId: string; name: string; expiresAt: string } | undefined;
};

function selectStanding(db: Db) {
  return db
    .selectFrom("responses")
    .leftJoin("staff as assignee", "assignee.id", "responses.assignee_id")
    .leftJoin("staff as claimant", "claimant.id", "responses.claimed_by")
    .select([
      "responses.id",
      "responses.reference",
      "responses.call_id",
      "responses.received_at",
      "responses.state",
      "responses.assignee_id",
      "assignee.name as assignee_name",
      "responses.safeguarding_flag",
      "responses.row_version",
      "responses.claimed_by",
      "claimant.name as claimant_name",
      "responses.claim_expires_at",
    ]);
}

type StandingRow = Awaited<
  ReturnType<ReturnType<typeof selectStanding>["execute"]>
>[number];

function toStanding(row: StandingRow, now: Date): TriageStanding {
  const isClaimLive = (row.claim_expires_at ?? "") > now.toISOString();
  return {
    responseId: row.id,
    reference: row.reference,
    callId: row.call_id,
    receivedAt: row.received_at,
    state: toTriageState(row.state),
    assigneeId: row.assignee_id,
    assigneeName: row.assignee_name,
    isFlagged: row.safeguarding_flag === 1,
    rowVersion: row.row_version,
    claim:
      isClaimLive && row.claimed_by && row.claim_expires_at
        ? {
            staffId: row.claimed_by,
            name: row.claimant_name ?? "",
            expiresAt: row.claim_expires_at,
          }
        : undefined,
  };
}

/** The response of a reference as it stands at `now`; undefined where there is none. */
export async function findTriageStanding(
  db: Db,
  reference: string,
  now: Date,
): Promise<TriageStanding | undefined> {
  const row = await selectStanding(db)
    .where("responses.reference", "=", reference)
    .executeTakeFirst();
  return row && toStanding(row, now);
}

/** The same by the inside id. @throws where no response has it. */
export async function readTriageStanding(
  db: Db,
  responseId: number,
  now: Date,
): Promise<TriageStanding> {
  const row = await selectStanding(db)
    .where("responses.id", "=", responseId)
    .executeTakeFirstOrThrow();
  return toStanding(row, now);
}

/** The saved side of a save that came too late. */
export type SavedSide = TriageStanding & {
  changedBy: string | undefined;
  /** ISO-8601 UTC. */
  changedAt: string | undefined;
};

/** What is saved now, who saved it and when: for whoever saved with an older row version. */
export async function readSavedSide(
  db: Db,
  responseId: number,
  now: Date,
): Promise<SavedSide> {
  const standing = await readTriageStanding(db, responseId, now);
  const change = await findLastChange(db, standing);
  return {
    ...standing,
    changedBy: change?.changedBy,
    changedAt: change?.changedAt,
  };
}
