import { openDatabase } from "#app/db/connection.server.ts";
import { migrateToLatest } from "#app/db/migrate.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import { patientMilliseconds, runCommand } from "./command.ts";

const usage = "Usage: npm run migrate";

await runCommand({ usage, options: {} }, async () => {
  // Another server may be at it already, and this one waits until that has ended.
  const db = openDatabase(readEnvironment().database, {
    patienceMilliseconds: patientMilliseconds,
  });
  try {
    const names = await migrateToLatest(db);
    for (const name of names) console.log(`  ran ${name}`);
    console.log(
      names.length === 0
        ? "The database is up to date."
        : `${names.length} migrations ran.`,
    );
  } finally {
    await db.destroy();
  }
});
