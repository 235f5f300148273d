import { openDatabaseReadOnly } from "#app/db/connection.server.ts";
import { verifyChain } from "#app/domain/audit/audit.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";

const db = openDatabaseReadOnly(readEnvironment().database);
const report = await verifyChain(db);
await db.destroy();
if (report.ok) {
  console.log(`The chain of ${report.eventCount} events holds.`);
  console.log(`Last hash: ${report.lastHash}`);
} else {
  console.log(
    `The chain of ${report.eventCount} events is broken in ${report.faults.length} places:`,
  );
  for (const { eventId, fault } of report.faults)
    console.log(`  event ${eventId}: ${fault}`);
  process.exitCode = 1;
}
