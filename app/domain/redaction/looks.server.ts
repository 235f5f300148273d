import type { Db, Trx } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { renewClaim } from "../responses/claims.server.ts";
import { readVisibleResponse } from "../responses/visible-responses.server.ts";
import type {
  Viewer,
  VisibleResponse,
} from "../responses/visible-responses.ts";
import { isTooLateFor } from "../responses/withdrawal.ts";
import {
  deleteLook,
  insertLook,
  selectLook,
  selectLooks,
} from "./looks.queries.server.ts";
import {
  selectOpenPlaces,
  selectOpenVersions,
} from "./redactions.queries.server.ts";

/** Somebody looked through a response and found nothing to redact. */
export type Look = { by: string; /** ISO-8601 UTC. */ at: string };

type Looking = {
  responseId: number;
  /** Of its answers, as it was looked through. */
  version: number;
  actor: Viewer;
  now: Date;
};

export type LookOutcome =
  | { ok: true }
  | {
      ok: false;
      reason:
        | "withdrawn"
        /** Its sender changed it while somebody looked. */
        | "words-changed"
        /** Something in it waits or is approved. */
        | "has-redactions";
    };

/** Who found nothing to redact in the words that stand; undefined where nobody did. */
export async function readLook(
  db: Db,
  response: Pick<VisibleResponse, "responseId" | "answersVersion">,
): Promise<Look | undefined> {
  return selectLook(db, response);
}

/**
 * Of some responses those that somebody looked at for redaction, as they stand:
 * they found nothing, or proposed something that waits or was approved.
 */
export async function selectLookedAt(
  db: Db,
  responses: readonly Pick<VisibleResponse, "responseId" | "answersVersion">[],
): Promise<Set<number>> {
  const ids = responses.map(({ responseId }) => responseId);
  const versions = new Map(
    responses.map((one) => [one.responseId, one.answersVersion]),
  );
  const said = [
    ...(await selectLooks(db, ids)),
    ...(await selectOpenVersions(db, ids)),
  ];
  return new Set(
    said
      .filter(
        (one) =>
          (one.version ?? versions.get(one.responseId)) ===
          versions.get(one.responseId),
      )
      .map(({ responseId }) => responseId),
  );
}

/** Writes down that a response was looked through and has nothing to redact; saying so again changes nothing. */
export async function tellNothingToRedact(
  db: Db,
  looking: Looking,
): Promise<LookOutcome> {
  return db.transaction().execute(async (trx) => {
    const response = await readLooked(trx, looking);
    if ("reason" in response) return { ok: false, ...response };
    const open = await selectOpenPlaces(trx, response);
    if (open.length > 0) return { ok: false, reason: "has-redactions" };
    if (await selectLook(trx, response)) return { ok: true };
    const { responseId, answersVersion } = response;
    const { actor, now } = looking;
    await deleteLook(trx, responseId);
    await insertLook(trx, {
      response_id: responseId,
      answers_version: answersVersion,
      looked_by: actor.staffId,
      looked_at: now.toISOString(),
    });
    await tellOf(trx, looking, "redaction.nothing-to-redact");
    return { ok: true };
  });
}

/** Takes that back, whoever said it: the response is to be looked through again. */
export async function lookAgain(
  db: Db,
  looking: Looking,
): Promise<LookOutcome> {
  return db.transaction().execute(async (trx) => {
    const response = await readLooked(trx, looking);
    if ("reason" in response) return { ok: false, ...response };
    if (await deleteLook(trx, looking.responseId))
      await tellOf(trx, looking, "redaction.to-look-again");
    return { ok: true };
  });
}

async function readLooked(
  trx: Trx,
  { responseId, version, actor, now }: Looking,
): Promise<
  VisibleResponse | { reason: "withdrawn" } | { reason: "words-changed" }
> {
  const seen = { responseId, viewer: actor, now };
  const response = await readVisibleResponse(trx, seen);
  if (isTooLateFor("redactions", response)) return { reason: "withdrawn" };
  if (response.answersVersion !== version) return { reason: "words-changed" };
  return response;
}

async function tellOf(
  trx: Trx,
  { responseId, actor, now }: Looking,
  type: "redaction.nothing-to-redact" | "redaction.to-look-again",
) {
  const { staffId } = actor;
  await renewClaim(trx, { responseId, staffId, now });
  await recordEvent(trx, {
    at: now,
    actor: { kind: "staff", staffId },
    subject: { kind: "response", id: responseId },
    type,
  });
}
