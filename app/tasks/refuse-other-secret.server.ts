import type { Db } from "#app/db/schema.ts";
import {
  knowSecret,
  type StartingSecret,
} from "#app/domain/keeping/known-secret.server.ts";
import { OperatorError } from "#app/operator-error.ts";

/** @throws an OperatorError where the other servers of this database have another secret. */
export async function refuseOtherSecret(
  db: Db,
  starting: StartingSecret,
): Promise<void> {
  const known = await knowSecret(db, starting);
  if (known.ok) return;
  throw new OperatorError(
    `HEARD_SECRET is not the one that this database has known since ${known.knownSince.slice(0, 10)}. Set that one: with another, receipt and late codes that people hold stop working, and the team is signed out. Only where it is lost: npm run secret:accept`,
  );
}
