import type { Db, Trx } from "#app/db/schema.ts";
import { recordEvent, selectEvents } from "../audit/audit.server.ts";
import type { StaffMember } from "../accounts/accounts.ts";
import { isClosedTo } from "./closed-responses.server.ts";
import { findVisibleResponse } from "./visible-responses.server.ts";
import type { VisibleResponse } from "./visible-responses.ts";
import { renewClaim } from "./claims.server.ts";
import { findOpenedAt } from "./safeguarding/opening.server.ts";
import { claimMinutes } from "./triage-states.ts";

/** `isClosed`: its sender took it back, so that it says nothing to this person. */
export type OpenedResponse = VisibleResponse & { isClosed: boolean };

/**
 * Opens a response to be read: it is written down who read it, and a claim of
 * theirs lasts from now again. One that is closed is not read. Undefined where
 * the person sees no such response.
 */
export async function openResponse(
  db: Db,
  open: { reference: string; staff: StaffMember; now: Date },
): Promise<OpenedResponse | undefined> {
  const { reference, staff, now } = open;
  const seen = { reference, viewer: staff, now };
  const response = await findVisibleResponse(db, seen);
  if (!response) return undefined;
  const { responseId } = response;
  const { staffId, name } = staff;
  if (await isClosedTo(db, response, { staffId, now }))
    return { ...response, isClosed: true };
  await recordReading(db, { responseId, staffId, now });
  const renewed = await renewClaim(db, { responseId, staffId, now });
  if (!renewed) return { ...response, isClosed: false };
  const claim = { staffId, name, expiresAt: renewed.claimExpiresAt };
  return { ...response, claim, isClosed: false };
}

type Reading = { responseId: number; staffId: string; now: Date };

/**
 * Writes down that somebody opened a response: the ledger counts what was read.
 * One event for each person and response in the time of a claim, so that going
 * back and forth leaves one line; of one that is frozen the first reading since
 * has a line of its own.
 */
export async function recordReading(db: Db, reading: Reading): Promise<void> {
  const sought = await soughtOf(db, reading);
  if ((await selectEvents(db, sought)).length > 0) return;
  await db
    .transaction()
    .execute((trx) => recordReadingWithin(trx, reading, sought));
}

/** The same of a file of a response that is frozen, in the transaction in which it is handed out. */
export async function recordReadingOfFrozen(
  trx: Trx,
  reading: Reading,
): Promise<void> {
  if ((await findOpenedAt(trx, reading.responseId)) === undefined) return;
  await recordReadingWithin(trx, reading, await soughtOf(trx, reading));
}

async function recordReadingWithin(
  trx: Trx,
  { staffId, now }: Reading,
  sought: Awaited<ReturnType<typeof soughtOf>>,
): Promise<void> {
  if ((await selectEvents(trx, sought)).length > 0) return;
  await recordEvent(trx, {
    at: now,
    actor: { kind: "staff", staffId },
    subject: sought.subject,
    type: "response.read",
  });
}

async function soughtOf(db: Db | Trx, { responseId, staffId, now }: Reading) {
  const sitting = new Date(now.getTime() - claimMinutes * 60_000);
  const openedAt = await findOpenedAt(db, responseId);
  const frozenSince = openedAt === undefined ? sitting : new Date(openedAt);
  return {
    subject: { kind: "response" as const, id: responseId },
    types: ["response.read"],
    staffId,
    since: frozenSince > sitting ? frozenSince : sitting,
  };
}
