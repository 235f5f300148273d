import type { Trx } from "#app/db/schema.ts";
import {
  setResponseOfEmail,
  updateEmailState,
} from "./received-emails.queries.server.ts";

type Entering = { emailId: number; staffId: string; at: string };

/**
 * Takes an email that waits, so that nobody else takes it in too. What was read
 * of it is forgotten: it stands in the response now, with its sender apart.
 *
 * @returns false where it waits no more.
 */
export async function claimEmail(
  trx: Trx,
  { emailId, staffId, at }: Entering,
): Promise<boolean> {
  return updateEmailState(trx, {
    ...{ emailId, from: "waiting" },
    set: { state: "entered", facts: null, settled_by: staffId, settled_at: at },
  });
}

/** Says of an email which response it became. */
export async function tieEmail(
  trx: Trx,
  of: { emailId: number; responseId: number },
): Promise<void> {
  await setResponseOfEmail(trx, of);
}
