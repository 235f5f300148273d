import type { Db, Trx } from "#app/db/schema.ts";
import { selectOwnGroupIds } from "../accounts/groups.server.ts";
import { recordEvents } from "../audit/audit.server.ts";
import type { NewEvent } from "../audit/audit.ts";
import { readVisibleResponse } from "./visible-responses.server.ts";
import type { Viewer } from "./visible-responses.ts";
import {
  beginTriage,
  isAnythingClaimable,
  selectHeldClaim,
  takeNextFree,
  takeResponse,
  type TakenRow,
  updateClaim,
} from "./claims.queries.server.ts";
import { selectCrowds } from "./crowds.server.ts";
import { deleteSkip } from "./skips.queries.server.ts";
import { type TooLate, whyTooLateFor } from "./withdrawal.ts";
import { awaitingStates, claimMinutes } from "./triage-states.ts";

type Claimant = Viewer & { now: Date };
/** Whose claim it is, where the response is known already. */
type Holder = { responseId: number; staffId: string; now: Date };

/** Until when a claim made or renewed now holds. */
function claimEnd(now: Date): string {
  return new Date(now.getTime() + claimMinutes * 60_000).toISOString();
}

export type ClaimedResponse = {
  responseId: number;
  reference: string;
  /** False where the person held this claim already: "take next" pressed twice gives the same response. */
  isNewClaim: boolean;
};

export type NextClaim =
  | ({ ok: true } & ClaimedResponse)
  | { ok: false; reason: "nothing-left" | "all-claimed" | "rest-skipped" };

/**
 * Hands the next response to one person for `claimMinutes`: the one they hold
 * already, else the oldest assigned to them, to a group of theirs, to nobody.
 * Responses claimed by or assigned to a colleague or another group are left alone, and those that
 * this person skipped, and of what is assigned to nobody those whose words an
 * earlier one says that waits, unless they are to stand apart. One statement
 * chooses and takes, so two people are never given the same one.
 *
 * @returns `all-claimed` where what is left is with colleagues, `rest-skipped` where this person skipped all of it,
 * `nothing-left` where nothing awaits a first reading.
 */
export async function claimNextResponse(
  db: Db,
  claim: Claimant & { callId?: number | undefined; areSameApart?: boolean },
): Promise<NextClaim> {
  const isByLines = claim.areSameApart !== true;
  const crowds = isByLines ? await selectCrowds(db, claim) : [];
  return db.transaction().execute(async (trx) => {
    const at = claim.now.toISOString();
    const held = await selectHeldClaim(trx, { ...claim, at });
    const taken = await takeNextFree(trx, {
      ...claim,
      at,
      claimEnd: claimEnd(claim.now),
      isByLines,
      crowds,
      groupIds: await selectOwnGroupIds(trx, claim.staffId),
    });
    if (!taken) {
      return { ok: false, reason: await whyNothing(trx, claim) };
    }
    const isNewClaim = taken.id !== held?.id;
    if (isNewClaim) await recordClaim(trx, taken, claim);
    return {
      ok: true,
      responseId: taken.id,
      reference: taken.reference,
      isNewClaim,
    };
  });
}

async function whyNothing(
  trx: Trx,
  claim: Claimant & { callId?: number | undefined },
) {
  const isLeft = (besides: "all" | "not-skipped") =>
    isAnythingClaimable(trx, claim, { callId: claim.callId, besides });
  if (await isLeft("not-skipped")) return "all-claimed";
  return (await isLeft("all")) ? "rest-skipped" : "nothing-left";
}

/** The claim's event, and the step out of `received`: it is being read from now on. */
async function recordClaim(
  trx: Trx,
  taken: TakenRow,
  claim: Omit<Claimant, "role">,
) {
  const about = {
    at: claim.now,
    actor: { kind: "staff" as const, staffId: claim.staffId },
    subject: { kind: "response" as const, id: taken.id },
  };
  const events: NewEvent[] = [{ ...about, type: "response.claimed" }];
  if (taken.state === "received") {
    await beginTriage(trx, taken.id);
    events.push({
      ...about,
      type: "response.state-changed",
      details: { from: "received", to: "in-triage" },
    });
  }
  await recordEvents(trx, events);
}

export type ClaimOutcome =
  | { ok: true; claimExpiresAt: string }
  | { ok: false; reason: "claimed-by-other"; claimedByName: string }
  | { ok: false; reason: "not-awaiting" | TooLate };

/**
 * Takes one response by hand, for `claimMinutes`.
 *
 * @returns `claimed-by-other` while a colleague's claim lives, `not-awaiting` where it is decided already,
 * `withdrawn` where its sender took it back, `frozen` while somebody may be at risk.
 */
export async function claimResponse(
  db: Db,
  claim: Claimant & { responseId: number },
): Promise<ClaimOutcome> {
  return db.transaction().execute(async (trx) => {
    const at = claim.now.toISOString();
    const { responseId, now } = claim;
    const seen = { responseId, viewer: claim, now };
    const before = await readVisibleResponse(trx, seen);
    const tooLate = whyTooLateFor("claim", before);
    if (tooLate) return { ok: false, reason: tooLate };
    const taken = await takeResponse(trx, {
      ...claim,
      at,
      claimEnd: claimEnd(claim.now),
      states: awaitingStates,
    });
    if (taken) {
      await deleteSkip(trx, claim);
      if (before.claim?.staffId !== claim.staffId)
        await recordClaim(trx, taken, claim);
      return { ok: true, claimExpiresAt: claimEnd(claim.now) };
    }
    if (before.claim)
      return {
        ok: false,
        reason: "claimed-by-other",
        claimedByName: before.claim.name,
      };
    return { ok: false, reason: "not-awaiting" };
  });
}

/**
 * Keeps a claim alive for another `claimMinutes`: on opening the page, by every
 * change of whoever holds it, and while the page stays open. One that ran out is renewed as long as
 * nobody else took the response; whoever never claimed it gets nothing.
 *
 * @returns the new end (ISO-8601 UTC); undefined where the person does not hold it.
 */
export async function renewClaim(
  db: Db,
  claim: Holder,
): Promise<{ claimExpiresAt: string } | undefined> {
  const claimExpiresAt = claimEnd(claim.now);
  const isHeld = await updateClaim(db, claim, {
    claim_expires_at: claimExpiresAt,
  });
  return isHeld ? { claimExpiresAt } : undefined;
}

/** Ends a claim as part of something that says why; no event of its own. */
export async function endClaimWithin(
  trx: Trx,
  holder: { responseId: number; staffId: string },
): Promise<boolean> {
  return updateClaim(trx, holder, { claimed_by: null, claim_expires_at: null });
}

/** Gives a response back to the queue. @returns false where this person does not hold it. */
export async function releaseClaim(db: Db, claim: Holder): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    if (!(await endClaimWithin(trx, claim))) return false;
    await recordEvents(trx, [
      {
        at: claim.now,
        actor: { kind: "staff", staffId: claim.staffId },
        subject: { kind: "response", id: claim.responseId },
        type: "response.claim-released",
      },
    ]);
    return true;
  });
}
