/**
 * `npm run bench:fill -- 300000`: so many responses in an empty, migrated
 * database, DATABASE_FILE's or DATABASE_URL's, through bulk statements.
 */
import type { Db } from "#app/db/schema.ts";
import { openDatabase } from "#app/db/connection.server.ts";
import { migrateToLatest } from "#app/db/migrate.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import { runCommand, UsageError } from "#app/tasks/command.ts";
import { OperatorError } from "#app/operator-error.ts";
import { makeBenchTeam } from "./fill-database.ts";
import { fillResponses } from "./fill-responses.ts";

const usage = "Usage: npm run bench:fill -- <how many responses>";

/** What people sent is not to stand among what nobody wrote. */
async function refuseFilled(db: Db) {
  const any = await db
    .selectFrom("calls")
    .select("id")
    .limit(1)
    .executeTakeFirst();
  if (any)
    throw new OperatorError(
      "There is a call in this database already. DATABASE_FILE or DATABASE_URL must name an empty one.",
    );
}

await runCommand(
  { usage, options: {}, allowPositionals: true },
  async ({ positionals: [given = ""] }) => {
    const count = Number(given);
    if (!Number.isInteger(count) || count < 1)
      throw new UsageError("How many responses, as a whole number?");
    const env = readEnvironment();
    const db = openDatabase(env.database);
    const startedAt = performance.now();
    try {
      await migrateToLatest(db);
      await refuseFilled(db);
      const team = await makeBenchTeam(db, env);
      await fillResponses(db, {
        ...team,
        count,
        now: new Date(),
        onProgress: (done) => {
          if (done % 50_000 === 0) console.log(`${done} responses ...`);
        },
      });
    } finally {
      await db.destroy();
    }
    const seconds = (performance.now() - startedAt) / 1000;
    console.log(`${count} responses in ${seconds.toFixed(1)} s`);
  },
);
