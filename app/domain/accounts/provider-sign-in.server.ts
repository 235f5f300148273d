import type { Db } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { type Coming, knowPerson } from "./provider-links.server.ts";
import type { ProviderRefusal } from "./provider.ts";
import { writeSessionCookie } from "./session-cookie.server.ts";
import { openAccountsIn, type StaffAuth } from "./staff-auth.server.ts";

type Begun =
  | { ok: true; cookie: string; isNew: boolean }
  | { ok: false; reason: ProviderRefusal };

/**
 * Begins a session of whoever of the team a provider says that somebody is. It
 * makes nobody, and stands for the first step only: a second step is asked for
 * after it as after a password.
 *
 * @returns `isNew` where they were linked to their account there just now.
 */
export async function beginSessionOf(
  db: Db,
  auth: StaffAuth,
  coming: Coming,
): Promise<Begun> {
  const { provider, now } = coming;
  return db.transaction().execute(async (trx) => {
    const known = await knowPerson(trx, coming);
    if (!known.ok) return known;
    const { staffId, isNew } = known;
    const accounts = await openAccountsIn(trx, auth);
    const { token } = await accounts.createSession(staffId);
    await recordEvent(trx, {
      ...{ at: now, subject: { kind: "staff" } },
      actor: { kind: "staff", staffId },
      type: "staff.signed-in-by-provider",
      details: { staffId, provider },
    });
    return { ok: true, isNew, cookie: await writeSessionCookie(auth, token) };
  });
}
