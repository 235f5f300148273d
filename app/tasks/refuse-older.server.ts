import {
  listMigrations,
  selectPendingMigrations,
} from "#app/db/migrate.server.ts";
import type { Db } from "#app/db/schema.ts";
import { OperatorError } from "#app/operator-error.ts";

/** @throws an OperatorError where the database is not there yet, or lacks what this program needs. */
export async function refuseOlder(db: Db): Promise<void> {
  const pending = await selectPendingMigrations(db);
  if (pending.length === 0) return;
  const isEmpty = pending.length === (await listMigrations()).length;
  throw new OperatorError(
    isEmpty
      ? "There is nothing of Heard's in the database yet. Run: npm run migrate"
      : "The database is older than this program. Run: npm run migrate",
  );
}
