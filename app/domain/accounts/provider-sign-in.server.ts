import type { Db } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { keyOfAddress } from "./accounts.server.ts";
import { selectAccountByEmail } from "./account-state.queries.server.ts";
import type { ProvenAddress } from "./provider-protocol.server.ts";
import { writeSessionCookie } from "./session-cookie.server.ts";
import { openAccountsIn, type StaffAuth } from "./staff-auth.server.ts";

type Begun =
  | { ok: true; cookie: string }
  | { ok: false; reason: "unverified" | "stranger" | "disabled" };

/**
 * Begins a session of whoever is on the team under an address that the provider
 * says is theirs. It makes nobody, and stands for the first step only: a second
 * step is asked for after it as after a password.
 *
 * @param provider what the pages call the provider.
 */
export async function beginSessionOf(
  db: Db,
  auth: StaffAuth,
  {
    address,
    provider,
    now,
  }: { address: ProvenAddress; provider: string; now: Date },
): Promise<Begun> {
  // Beyond ASCII two addresses can fold into one that are two people's.
  const email = /^[\x21-\x7e]+$/.test(address.email) ? address.email : "";
  return db.transaction().execute(async (trx) => {
    const account = await selectAccountByEmail(trx, keyOfAddress(email));
    if (!address.isVerified) return { ok: false, reason: "unverified" };
    if (!account) return { ok: false, reason: "stranger" };
    if (account.disabledAt !== null) return { ok: false, reason: "disabled" };
    const { staffId } = account;
    const accounts = await openAccountsIn(trx, auth);
    const { token } = await accounts.createSession(staffId);
    await recordEvent(trx, {
      ...{ at: now, subject: { kind: "staff" } },
      actor: { kind: "staff", staffId },
      type: "staff.signed-in-by-provider",
      details: { staffId, provider },
    });
    return { ok: true, cookie: await writeSessionCookie(auth, token) };
  });
}
