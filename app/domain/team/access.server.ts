import type { Db } from "#app/db/schema.ts";
import {
  type AccountRefusal,
  setAccountDisabled,
} from "../accounts/account-state.server.ts";
import { leaveGroups } from "../accounts/groups.server.ts";
import type { Actor } from "../audit/audit.ts";
import {
  handBackWorkOf,
  type WorkInHand,
} from "../responses/hand-back.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import { countKeptWork } from "../tagging/unsaved-work.server.ts";
import { withdrawUnused } from "./invitations.queries.server.ts";
import { findColleague } from "./people.server.ts";
import { forgetReset } from "./resets.queries.server.ts";

type Change = { staffId: string; actor: Actor; now: Date };

export type Disabling =
  | { ok: true; name: string; handedBack: WorkInHand; unsaved: number }
  | { ok: false; reason: AccountRefusal };

/**
 * Shuts an account, in one transaction: its sessions end, claims end, what is
 * assigned to its person and asks for work goes back to nobody, they are in no
 * group any more, and a code for
 * another password opens nothing. What they did stays theirs, and what they
 * typed and did not save is kept as long as everybody's.
 *
 * @returns how much went back; `own-account` and `last-admin` for whom it would shut out.
 */
export async function disablePerson(
  db: Db,
  { staffId, actor, now }: Change,
): Promise<Disabling> {
  return db.transaction().execute(async (trx) => {
    const of = { staffId, actor, now };
    const changed = await setAccountDisabled(trx, { ...of, isDisabled: true });
    if (!changed.ok) return changed;
    await forgetReset(trx, staffId);
    await leaveGroups(trx, of);
    // Whoever is shut out brings nobody in after them.
    await withdrawUnused(trx, { invitedBy: staffId }, now.toISOString());
    const handedBack = await handBackWorkOf(trx, of);
    const unsaved = await countKeptWork(trx, staffId);
    return { ok: true, name: changed.name, handedBack, unsaved };
  });
}

/** Opens an account again with the password it had. No session of before revives, and no work comes back. */
export async function enablePerson(
  db: Db,
  change: Change,
): Promise<
  | { ok: true; name: string; handedBack?: undefined }
  | { ok: false; reason: AccountRefusal }
> {
  return db
    .transaction()
    .execute((trx) =>
      setAccountDisabled(trx, { ...change, isDisabled: false }),
    );
}

/** What disabling somebody would take from them, of what the viewer sees; undefined where there is nobody of that id. */
export async function previewDisabling(
  db: Db,
  of: { staffId: string; viewer: Viewer; now: Date },
) {
  const person = await findColleague(db, of);
  return (
    person && { ...person, unsaved: await countKeptWork(db, person.staffId) }
  );
}
