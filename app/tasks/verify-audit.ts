import { verifyChain } from "#app/domain/audit/audit.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import { runCommand, withDatabase } from "./command.ts";

const usage = "Usage: npm run audit:verify";

await runCommand({ usage, options: {} }, async () => {
  const report = await withDatabase(readEnvironment().database, verifyChain, {
    isReadOnly: true,
  });
  if (report.ok) {
    console.log(`The chain of ${report.eventCount} events holds.`);
    console.log(`Last hash: ${report.lastHash}`);
    return;
  }
  console.log(
    `The chain of ${report.eventCount} events is broken in ${report.faults.length} places:`,
  );
  for (const { eventId, fault } of report.faults)
    console.log(`  event ${eventId}: ${fault}`);
  process.exitCode = 1;
});
