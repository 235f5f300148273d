import type { Db } from "#app/db/schema.ts";
import type { StartingSecret } from "#app/domain/keeping/known-secret.server.ts";
import { refuseMoved } from "./refuse-moved.server.ts";
import { refuseOlder } from "./refuse-older.server.ts";
import { refuseOtherSecret } from "./refuse-other-secret.server.ts";

/** @throws an OperatorError where neither a server nor a worker may start on this database. */
export async function refuseStart(
  db: Db,
  starting: StartingSecret,
): Promise<void> {
  await refuseOlder(db);
  await refuseMoved(db);
  await refuseOtherSecret(db, starting);
}
