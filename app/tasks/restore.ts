import { listMigrations } from "#app/db/migrate.server.ts";
import { describeByteSize } from "#app/domain/attachments/attachments.ts";
import { markSecret } from "#app/domain/keeping/database-facts.server.ts";
import { isSound } from "#app/domain/keeping/manifest.ts";
import { restoreBackup } from "#app/domain/keeping/restore.server.ts";
import type { Destination } from "#app/domain/keeping/place-restored.server.ts";
import { type Env, readEnvironment } from "#app/http/env.server.ts";
import { runCommand, UsageError } from "./command.ts";
import {
  passphraseHelp,
  readOpener,
  signalOfEnd,
  tellNowAndThen,
} from "./keeping-surroundings.server.ts";
import { describeManifest, keepingInWords } from "./keeping-words.ts";
import { consoleLog, openCheckedStore } from "./open-checked-store.server.ts";

const usage = `Usage: npm run restore -- --from <file>
  --from <file>             an archive of npm run backup; the settings say where to:
                            a file or a PostgreSQL, a folder or a bucket; nothing may be there yet
  --identity-file <file>    has the key of a recipient that it was locked for
${passphraseHelp}`;

const options = {
  from: { type: "string" },
  "identity-file": { type: "string" },
  "passphrase-file": { type: "string" },
} as const;

await runCommand({ usage, options }, async ({ values }) => {
  const { from } = values;
  if (from === undefined) throw new UsageError("--from is needed.");
  const env = readEnvironment();
  const to = await openDestination(env);
  const migrations = await listMigrations();
  const opener = await readOpener(env, values);
  const tell = tellNowAndThen();
  let readBytes = 0;
  const manifest = await restoreBackup({
    ...{ from, opener, migrations, to },
    tell(byteSize) {
      readBytes += byteSize;
      tell(() => `Unpacked ${describeByteSize(readBytes)}.`);
    },
    signal: signalOfEnd(),
  }).catch((error: unknown) => keepingInWords(error, "Nothing was restored."));
  for (const line of describeManifest(manifest)) console.log(line);
  console.log(
    `Restored to ${describeDestination(env)}: every hash, the database, the chain and the file of each row were checked.`,
  );
  if (manifest.migrations.length < migrations.length)
    console.log(
      "The backup is older than this program. Before you start it: npm run migrate",
    );
  if (manifest.secretMark !== markSecret(env.secret))
    console.log(
      "HEARD_SECRET is another than when the backup was made: receipt codes that people hold do not work with it. Put the old one back.",
    );
  if (!isSound(manifest)) process.exitCode = 1;
});

async function openDestination(env: Env): Promise<Destination> {
  const { database, uploadsFolder, files } = env;
  if (!files.bucket) return { database, uploadsFolder };
  const bucket = await openCheckedStore(env, consoleLog);
  return { database, uploadsFolder, bucket };
}

function describeDestination({ database, uploadsFolder, files }: Env): string {
  const rows = "url" in database ? "the PostgreSQL" : database.file;
  return `${rows} and ${files.bucket ? "the bucket" : uploadsFolder}`;
}
