import type { Db, Trx } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import type { Actor } from "../audit/audit.ts";
import { selectAccountByEmail } from "./account-state.queries.server.ts";
import { keyOfAddress } from "./accounts.server.ts";
import {
  deleteLinksOf,
  insertLink,
  selectLinkedAccount,
  selectLinksOf,
} from "./provider-links.queries.server.ts";
import type { ProvenPerson } from "./provider.ts";
import { deleteSessions } from "./sessions.queries.server.ts";
import { type AccountNotice, tellOfChange } from "./staff-mail.server.ts";

export type Coming = AccountNotice & {
  person: ProvenPerson;
  /** What the pages call the provider. */
  provider: string;
};

type Known =
  | { ok: true; staffId: string; isNew: boolean }
  | {
      ok: false;
      reason: "unverified" | "stranger" | "disabled" | "another";
    };

/**
 * Who of the team somebody is that a provider speaks of: whom they are linked
 * to, whatever their address is now. Whoever comes for the first time is linked
 * to the account that has their address, and its person is told by mail.
 *
 * @returns `another` where that account is linked to somebody else there: an
 * address is given on to others, a subject is not.
 */
export async function knowPerson(trx: Trx, coming: Coming): Promise<Known> {
  const { person } = coming;
  const linked = await selectLinkedAccount(trx, person);
  if (linked?.disabledAt === null)
    return { ok: true, staffId: linked.staffId, isNew: false };
  if (linked) return { ok: false, reason: "disabled" };
  if (!person.isVerified) return { ok: false, reason: "unverified" };
  // Beyond ASCII two addresses can fold into one that are two people's.
  const email = /^[\x21-\x7e]+$/.test(person.email) ? person.email : "";
  const account = await selectAccountByEmail(trx, keyOfAddress(email));
  if (!account) return { ok: false, reason: "stranger" };
  if (account.disabledAt !== null) return { ok: false, reason: "disabled" };
  const { staffId } = account;
  const links = await selectLinksOf(trx, staffId);
  if (!links.some(({ issuer }) => issuer === person.issuer)) {
    await link(trx, { ...coming, staffId });
    return { ok: true, staffId, isNew: true };
  }
  const { now, provider } = coming;
  await recordEvent(trx, {
    ...{ at: now, actor: { kind: "system" }, subject: { kind: "staff" } },
    ...{ type: "staff.provider-refused", details: { staffId, provider } },
  });
  return { ok: false, reason: "another" };
}

async function link(
  trx: Trx,
  { person, provider, staffId, ...notice }: Coming & { staffId: string },
): Promise<void> {
  const { now } = notice;
  const { issuer, subject } = person;
  await insertLink(trx, {
    ...{ issuer, subject, staff_id: staffId, linked_at: now.toISOString() },
  });
  await recordEvent(trx, {
    ...{ at: now, subject: { kind: "staff" } },
    actor: { kind: "staff", staffId },
    ...{ type: "staff.provider-linked", details: { staffId, provider } },
  });
  await tellOfChange(trx, { ...notice, staffId, kind: "provider-link" });
}

/** Since when somebody is linked to an account with a provider; undefined where they are not. */
export async function findLinkedSince(
  db: Db,
  staffId: string,
): Promise<string | undefined> {
  const [newest] = await selectLinksOf(db, staffId);
  return newest?.linkedAt;
}

/**
 * Unlinks somebody from their account with the provider: they are signed out and
 * told by mail, and linked anew when somebody comes from there with their
 * address.
 *
 * @returns false where they are not linked.
 */
export async function unlinkProvider(
  db: Db,
  {
    staffId,
    actor,
    ...notice
  }: AccountNotice & { staffId: string; actor: Actor },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    if (!(await deleteLinksOf(trx, staffId))) return false;
    await deleteSessions(trx, { staffId });
    await recordEvent(trx, {
      ...{ at: notice.now, actor, subject: { kind: "staff" } },
      ...{ type: "staff.provider-unlinked", details: { staffId } },
    });
    await tellOfChange(trx, { ...notice, staffId, kind: "provider-link" });
    return true;
  });
}
