import type { Db, Trx } from "#app/db/schema.ts";
import { recordEvent, selectEvents } from "../audit/audit.server.ts";
import type { ReopeningReason } from "./closed-responses.ts";
import { selectTakenBack } from "./taken-back.server.ts";
import { claimMinutes } from "./triage-states.ts";
import type { VisibleResponse } from "./visible-responses.ts";
import { isWithdrawn } from "./withdrawal.ts";

type Reading = { responseId: number; staffId: string; now: Date };

const opened = "response.withdrawn-opened";

/** Opens what was taken back, a whole response or parts of one, to one person, for as long as a claim lasts, and writes down why. */
export async function openWithdrawn(
  db: Db,
  { reason, ...reading }: Reading & { reason: ReopeningReason },
): Promise<void> {
  const { responseId, staffId, now } = reading;
  await db.transaction().execute((trx) =>
    recordEvent(trx, {
      at: now,
      actor: { kind: "staff", staffId },
      subject: { kind: "response", id: responseId },
      type: opened,
      details: { reason },
    }),
  );
}

/**
 * Whether what a response says is closed to this person: its sender took it
 * back, and they have not said why they have to read it.
 */
export async function isClosedTo(
  db: Db | Trx,
  response: Pick<VisibleResponse, "state" | "responseId">,
  reader: Omit<Reading, "responseId">,
): Promise<boolean> {
  if (!isWithdrawn(response)) return false;
  return !(await hasOpened(db, { ...reader, ...response }));
}

/** Whether a response, or something of it, was taken back. */
export async function hasClosedWords(
  db: Db,
  response: Pick<VisibleResponse, "state" | "responseId">,
): Promise<boolean> {
  if (isWithdrawn(response)) return true;
  return (await selectTakenBack(db, response.responseId)).length > 0;
}

/** Whether this person has said, within the time of a claim, why they have to read what was taken back of a response. */
export async function hasOpened(
  db: Db | Trx,
  { responseId, staffId, now }: Reading,
): Promise<boolean> {
  const openings = await selectEvents(db, {
    subject: { kind: "response", id: responseId },
    types: [opened],
    staffId,
    since: new Date(now.getTime() - claimMinutes * 60_000),
  });
  return openings.length > 0;
}
