import { listMigrations } from "#app/db/migrate.server.ts";
import { describeByteSize } from "#app/domain/attachments/attachments.ts";
import { markSecret } from "#app/domain/keeping/database-facts.server.ts";
import { isSound } from "#app/domain/keeping/manifest.ts";
import { restoreBackup } from "#app/domain/keeping/restore.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import { runCommand, UsageError } from "./command.ts";
import {
  passphraseHelp,
  readOpener,
  requireFileAndFolder,
  signalOfEnd,
  tellNowAndThen,
} from "./keeping-surroundings.server.ts";
import { describeManifest, keepingInWords } from "./keeping-words.ts";

const usage = `Usage: npm run restore -- --from <file>
  --from <file>             an archive of npm run backup; DATABASE_FILE and UPLOADS_FOLDER say
                            where to, and nothing may be there yet
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
  const places = requireFileAndFolder(env);
  const migrations = await listMigrations();
  const opener = await readOpener(env, values);
  const tell = tellNowAndThen();
  let readBytes = 0;
  const manifest = await restoreBackup({
    ...{ from, opener, migrations, ...places },
    tell(byteSize) {
      readBytes += byteSize;
      tell(() => `Unpacked ${describeByteSize(readBytes)}.`);
    },
    signal: signalOfEnd(),
  }).catch((error: unknown) => keepingInWords(error, "Nothing was restored."));
  for (const line of describeManifest(manifest)) console.log(line);
  console.log(
    `Restored to ${places.databaseFile} and ${places.uploadsFolder}: every hash, the database, the chain and the file of each row were checked.`,
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
