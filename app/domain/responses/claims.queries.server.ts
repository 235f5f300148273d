import { type ExpressionBuilder, sql } from "kysely";
import {
  keepQueries,
  keepQuery,
  type Places,
  placesOf,
} from "#app/db/kept-queries.server.ts";
import type { Db, HeardSchema } from "#app/db/schema.ts";
import {
  responsesListedFor,
  standsForItsWords,
} from "./visible-responses.queries.server.ts";
import type { Viewer } from "./visible-responses.ts";
import type { ResponseState } from "./responses.ts";
import { claimableStates } from "./triage-states.ts";

/** Whoever claims, as the door knows them, and from when until when. */
type Claim = Viewer & { at: string; claimEnd: string };
/** Who asks, and at what moment. */
type Claimant = Pick<Claim, "staffId" | "role" | "at">;
type Role = Pick<Viewer, "role">;
/** What it hangs on whether a response is free for somebody. */
type Terms = Pick<Claim, "staffId" | "at">;

export type TakenRow = {
  id: number;
  reference: string;
  state: ResponseState;
};

/** True where nobody else holds a live claim. */
function isFreeFor(
  eb: ExpressionBuilder<HeardSchema, "responses">,
  claim: Terms | Places<Terms>,
) {
  return eb.or([
    eb("responses.claimed_by", "is", null),
    eb("responses.claim_expires_at", "<=", claim.at),
    eb("responses.claimed_by", "=", claim.staffId),
  ]);
}

/** They gave it back, saying that it is not for them. */
function isNotSkippedBy(
  eb: ExpressionBuilder<HeardSchema, "responses">,
  staffId: Terms["staffId"] | Places<Terms>["staffId"],
) {
  return eb.not(
    eb.exists(
      eb
        .selectFrom("skips")
        .select("skips.response_id")
        .where("skips.staff_id", "=", staffId)
        .whereRef("skips.response_id", "=", "responses.id"),
    ),
  );
}

/** The oldest response a person may be handed a first reading of; callers narrow it. */
function oldestClaimable(db: Db, viewer: Role) {
  return responsesListedFor(db, viewer)
    .select("responses.id")
    .where("responses.state", "in", claimableStates)
    .orderBy("responses.received_at")
    .orderBy("responses.id")
    .limit(1);
}

function heldClaim(db: Db, claim: Places<Terms>, viewer: Role) {
  return oldestClaimable(db, viewer)
    .where("responses.claimed_by", "=", claim.staffId)
    .where("responses.claim_expires_at", ">", claim.at);
}

const heldClaimOf = keepQueries(heldClaim);

/** The response this person holds a live claim on; the oldest where there are several. */
export async function selectHeldClaim(
  db: Db,
  { role, staffId, at }: Claimant,
): Promise<{ id: number } | undefined> {
  const [held] = await heldClaimOf(db, { role }, { staffId, at });
  return held;
}

type Taking = Omit<Claim, "role"> & { callId: number };

/** What awaits triage, is with nobody else and was not skipped by this person. */
function freeFor(db: Db, claim: Places<Taking>, viewer: Role) {
  return oldestClaimable(db, viewer)
    .where("responses.awaits_triage", "=", 1)
    .where((eb) => isFreeFor(eb, claim))
    .where((eb) => isNotSkippedBy(eb, claim.staffId));
}

type Next = Taking & {
  /** As `selectCrowds` gave them. */
  crowds: readonly string[];
  /** Of the groups that this person is in. */
  groupIds: readonly number[];
};

type NextShape = {
  groupCount: number;
  isOfCall: boolean;
  /** Of those that say the same words the first stands for all: what is assigned to somebody is theirs to read, whatever it says. */
  isByLines: boolean;
  crowdCount: number;
};

/** What the person holds, what is theirs, their groups' and nobody's, each the oldest: an ORDER BY over all kinds at once would sort the whole queue. */
function turns(
  db: Db,
  claim: Places<Next>,
  { role, groupCount, isOfCall, isByLines, crowdCount }: Role & NextShape,
) {
  const free = () => {
    const query = freeFor(db, claim, { role });
    return isOfCall
      ? query.where("responses.call_id", "=", claim.callId)
      : query;
  };
  const assigned = "responses.assignee_id";
  const assignedToMe = free().where(assigned, "=", claim.staffId);
  const ofNoPerson = () => free().where(assigned, "is", null);
  const withGroups = placesOf(claim.groupIds, groupCount).map((groupId) =>
    ofNoPerson().where("responses.group_id", "=", groupId),
  );
  const ofNobody = ofNoPerson().where("responses.group_id", "is", null);
  const assignedToNobody = isByLines
    ? ofNobody.where(standsForItsWords(claim.crowds, crowdCount))
    : ofNobody;
  const held = heldClaim(db, claim, { role });
  return [held, assignedToMe, ...withGroups, assignedToNobody];
}

const nextFree = keepQueries(
  (db, claim: Places<Next>, shape: Role & NextShape) => {
    const inTurn = turns(db, claim, shape);
    return (
      db
        .updateTable("responses")
        .set({ claimed_by: claim.staffId, claim_expires_at: claim.claimEnd })
        .where("id", "=", sql<number>`coalesce(${sql.join(inTurn)})`)
        // Said again outside: an engine that re-checks a row it waited for must not take it twice.
        .where("state", "in", claimableStates)
        .where((eb) => isFreeFor(eb, claim))
        .returning(["id", "reference", "state"])
    );
  },
);

/** What the person holds already, else the oldest that is assigned to them, else to one of these groups, else to nobody; the latter three of a call where one is named. */
export async function takeNextFree(
  db: Db,
  {
    role,
    callId,
    isByLines,
    ...claim
  }: Claim &
    Pick<Next, "groupIds" | "crowds"> & {
      callId?: number | undefined;
      isByLines: boolean;
    },
): Promise<TakenRow | undefined> {
  const isOfCall = callId !== undefined;
  const groupCount = claim.groupIds.length;
  const crowdCount = claim.crowds.length;
  const values = { ...claim, callId: callId ?? 0 };
  const shape = { role, groupCount, isOfCall, isByLines, crowdCount };
  const [taken] = await nextFree(db, shape, values);
  return taken;
}

export async function takeResponse(
  db: Db,
  claim: Claim & { responseId: number; states: readonly ResponseState[] },
): Promise<TakenRow | undefined> {
  return db
    .updateTable("responses")
    .set({ claimed_by: claim.staffId, claim_expires_at: claim.claimEnd })
    .where("id", "=", claim.responseId)
    .where("state", "in", claim.states)
    .where((eb) => isFreeFor(eb, claim))
    .returning(["id", "reference", "state"])
    .executeTakeFirst();
}

/** Whether anything awaits a first reading, with whomever it is. */
export async function isAnythingClaimable(
  db: Db,
  viewer: Viewer,
  of: { callId: number | undefined; besides: "all" | "not-skipped" },
): Promise<boolean> {
  const { callId } = of;
  let left = oldestClaimable(db, viewer);
  if (callId !== undefined) left = left.where("responses.call_id", "=", callId);
  if (of.besides === "not-skipped")
    left = left.where((eb) => isNotSkippedBy(eb, viewer.staffId));
  return (await left.executeTakeFirst()) !== undefined;
}

const triageBegun = keepQuery(
  (db, { responseId }: Places<{ responseId: number }>) =>
    db
      .updateTable("responses")
      .set({ state: "in-triage" })
      .where("id", "=", responseId),
);

/** It is being read from now on. No version is raised: nobody decided anything. */
export async function beginTriage(db: Db, responseId: number): Promise<void> {
  await triageBegun(db, { responseId });
}

/** Changes a claim that the person holds. @returns false where they do not. */
export async function updateClaim(
  db: Db,
  holder: { responseId: number; staffId: string },
  columns: { claimed_by?: null; claim_expires_at: string | null },
): Promise<boolean> {
  const result = await db
    .updateTable("responses")
    .set(columns)
    .where("id", "=", holder.responseId)
    .where("claimed_by", "=", holder.staffId)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
