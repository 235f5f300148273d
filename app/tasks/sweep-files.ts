import { orphanAgeMilliseconds } from "#app/domain/attachments/compare-files.server.ts";
import { sweepStagingFolder } from "#app/domain/attachments/staging-folder.server.ts";
import { AttachmentStoreError } from "#app/domain/attachments/stored-files.ts";
import { sweepOrphans } from "#app/domain/attachments/sweep-orphans.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import { OperatorError } from "#app/operator-error.ts";
import { runCommand, withDatabase } from "./command.ts";
import { consoleLog, openCheckedStore } from "./open-checked-store.server.ts";
import { describeSweep } from "./sweep-report.ts";

const usage = `Usage: npm run files:sweep -- [--dry-run] [--although-many]
  --dry-run        say which files have no row and which rows no file, and delete nothing
  --although-many  delete although more than a tenth of the files have no row`;

const options = {
  "dry-run": { type: "boolean", default: false },
  "although-many": { type: "boolean", default: false },
} as const;

function inWords(error: unknown): never {
  if (!(error instanceof AttachmentStoreError)) throw error;
  throw new OperatorError(
    `Where files are kept does not answer as it should (${error.code}). What was deleted until then had no row; try again later.`,
  );
}

await runCommand({ usage, options }, async ({ values }) => {
  const env = readEnvironment();
  const isDryRun = values["dry-run"];
  await withDatabase(env.database, async (db) => {
    const store = await openCheckedStore(env, consoleLog);
    const now = new Date();
    const evenIfMany = values["although-many"];
    const sweep = { now, isDryRun, evenIfMany };
    const outcome = await sweepOrphans(db, store, sweep).catch(inWords);
    if (!isDryRun)
      await sweepStagingFolder(store.stagingFolder, {
        olderThanMilliseconds: orphanAgeMilliseconds,
        now,
      });
    const { lines, isWell } = describeSweep(outcome, { isDryRun });
    for (const line of lines) console.log(line);
    if (!isWell) process.exitCode = 1;
  });
});
