import type { Db } from "#app/db/schema.ts";
import { remakePersonKeys } from "../responses/same-person.server.ts";
import { markSecret } from "./database-facts.server.ts";
import {
  deleteKnownSecret,
  insertKnownSecret,
  selectKnownSecret,
} from "./known-secret.queries.server.ts";

/** The secret of a server that starts. */
export type StartingSecret = { secret: string; now: Date };

/**
 * Notes a database's secret at its first start, and looks at every other
 * whether it is the same: a server with another gives out receipt codes that
 * the others do not know, and nobody would see why.
 *
 * @returns since when another secret is known, where it is another.
 */
export async function knowSecret(
  db: Db,
  { secret, now }: StartingSecret,
): Promise<{ ok: true } | { ok: false; knownSince: string }> {
  const mark = markSecret(secret);
  if (!(await selectKnownSecret(db)))
    await insertKnownSecret(db, {
      id: 1,
      mark,
      known_since: now.toISOString(),
    });
  const known = await selectKnownSecret(db);
  return known === undefined || known.mark === mark
    ? { ok: true }
    : { ok: false, knownSince: known.known_since };
}

/** Takes this secret in place of one that is lost. @returns false where it is the known one. */
export async function acceptSecret(
  db: Db,
  starting: StartingSecret,
): Promise<boolean> {
  if ((await knowSecret(db, starting)).ok) return false;
  await db.transaction().execute(async (trx) => {
    await deleteKnownSecret(trx);
    await insertKnownSecret(trx, {
      id: 1,
      mark: markSecret(starting.secret),
      known_since: starting.now.toISOString(),
    });
    await remakePersonKeys(trx, starting.now);
  });
  return true;
}
