import type { Db } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import type { OutboxLetter } from "../mail/mail.ts";
import { readStaffOutbox } from "../mail/mail.server.ts";
import type { PeopleActor } from "./team.ts";

/**
 * The mails to people of the team that wait, opened. A code in one of them lets
 * its reader in as somebody else, so that it was read is an event.
 */
export async function openStaffOutbox(
  db: Db,
  opening: { actor: PeopleActor; secret: string; now: Date },
): Promise<OutboxLetter[]> {
  const { actor, now } = opening;
  const letters = await readStaffOutbox(db, opening);
  if (letters.length === 0) return [];
  await db.transaction().execute((trx) =>
    recordEvent(trx, {
      ...{ at: now, subject: { kind: "staff" }, type: "staff.outbox-read" },
      actor: { kind: "staff", staffId: actor.staffId },
      details: { count: letters.length },
    }),
  );
  return letters;
}
