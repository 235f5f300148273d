import { createHmac } from "node:crypto";
import {
  countSqliteRows,
  findSqliteFaults,
} from "#app/db/sqlite-checks.server.ts";
import type { Db } from "#app/db/schema.ts";
import { verifyChain } from "#app/domain/audit/audit.server.ts";
import type { DatabaseFacts } from "./manifest.ts";

/** Reads all of a database that nobody writes to, and says what there is and whether it holds. */
export async function readFacts(db: Db): Promise<DatabaseFacts> {
  const faults = await findSqliteFaults(db);
  const rows = await countSqliteRows(db);
  const chain = await verifyChain(db);
  const { eventCount } = chain;
  return chain.ok
    ? { rows, eventCount, lastHash: chain.lastHash, brokenEvents: [], faults }
    : {
        rows,
        eventCount,
        brokenEvents: chain.faults.map(({ eventId }) => eventId),
        faults,
      };
}

/** Tells two secrets apart and gives neither away. */
export function markSecret(secret: string): string {
  return createHmac("sha256", secret).update("heard backup").digest("hex");
}
