import { stat } from "node:fs/promises";
import path from "node:path";
import { listMigrations } from "#app/db/migrate.server.ts";
import { makeBackup, type Tell } from "#app/domain/keeping/backup.server.ts";
import type { Lock } from "#app/domain/keeping/encryption.server.ts";
import { isSound } from "#app/domain/keeping/manifest.ts";
import { checkBackup } from "#app/domain/keeping/read-backup.server.ts";
import { removeUnfinished } from "#app/domain/keeping/write-whole.server.ts";
import { describeByteSize } from "#app/domain/attachments/attachments.ts";
import { type Env, readEnvironment } from "#app/http/env.server.ts";
import { OperatorError } from "#app/operator-error.ts";
import { runCommand, UsageError, withDatabase } from "./command.ts";
import {
  passphraseHelp,
  readOpener,
  readPassphrase,
  readProgramVersion,
  signalOfEnd,
  tellNowAndThen,
  workFolderOf,
} from "./keeping-surroundings.server.ts";
import { describeManifest, keepingInWords } from "./keeping-words.ts";
import { consoleLog, openCheckedStore } from "./open-checked-store.server.ts";

const usage = `Usage: npm run backup -- --to <folder or file> [--recipient <age1…>]
       npm run backup -- --verify <file>
  --to <folder or file>     where the archive goes; in a folder it is named by the time
  --verify <file>           reads an archive and holds every byte against its manifest
  --recipient <age1…>       locks it for whoever has this age key, in place of a passphrase; may be given again
  --identity-file <file>    has the key of such a recipient, to verify
${passphraseHelp}`;

const options = {
  to: { type: "string" },
  verify: { type: "string" },
  recipient: { type: "string", multiple: true },
  "identity-file": { type: "string" },
  "passphrase-file": { type: "string" },
} as const;

type Values = {
  recipient?: string[];
  "identity-file"?: string;
  "passphrase-file"?: string;
};

await runCommand({ usage, options }, async ({ values }) => {
  const { to, verify } = values;
  if ((to === undefined) === (verify === undefined))
    throw new UsageError("One of --to and --verify is needed.");
  const env = readEnvironment();
  if (to !== undefined) await backUp(env, to, values);
  if (verify !== undefined) await check(env, verify, values);
});

async function backUp(env: Env, to: string, values: Values) {
  const now = new Date();
  const file = await chooseFile(to, now);
  const lock = await readLock(env, values);
  const program = await readProgramVersion();
  await withDatabase(
    env.database,
    async (db) => {
      const store = await openCheckedStore(env, consoleLog);
      const place = env.database;
      const surroundings = { db, place, store, workFolder: workFolderOf(env) };
      const backup = { to: file, lock, program, now, secret: env.secret };
      const manifest = await makeBackup(surroundings, {
        ...backup,
        tell: tellSteps(),
        signal: signalOfEnd(),
      }).catch((error: unknown) =>
        keepingInWords(error, "No backup was made, and nothing is left of it."),
      );
      for (const line of describeManifest(manifest)) console.log(line);
      console.log(`Backed up to ${file}`);
      if (!isSound(manifest)) process.exitCode = 1;
    },
    { isReadOnly: true, mayBeOlder: true },
  );
}

async function check(env: Env, file: string, values: Values) {
  const opener = await readOpener(env, values);
  const migrations = await listMigrations();
  const tell = tellNowAndThen();
  let readBytes = 0;
  const manifest = await checkBackup(file, {
    opener,
    migrations,
    tell(byteSize) {
      readBytes += byteSize;
      tell(() => `Read ${describeByteSize(readBytes)}.`);
    },
  }).catch((error: unknown) =>
    keepingInWords(error, "Do not count on this archive."),
  );
  for (const line of describeManifest(manifest)) console.log(line);
  console.log("Every byte is as it was when the backup was made.");
  if (!isSound(manifest)) process.exitCode = 1;
}

async function chooseFile(to: string, now: Date): Promise<string> {
  const time = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const place = path.resolve(to);
  const found = await stat(place).catch(() => undefined);
  if (found?.isDirectory()) {
    await clearUnfinished(place, now);
    return path.join(place, `heard-${time}.tar.age`);
  }
  if (found)
    throw new OperatorError(
      `${place} is there already, and a backup writes over nothing.`,
    );
  const folder = await stat(path.dirname(place)).catch(() => undefined);
  if (to.endsWith(path.sep) || !folder?.isDirectory())
    throw new OperatorError(
      `There is no folder ${to.endsWith(path.sep) ? place : path.dirname(place)}. Make it, or mount what it stands for.`,
    );
  return place;
}

async function clearUnfinished(folder: string, now: Date): Promise<void> {
  const isOurs = (name: string) => /^heard-\d{8}T\d{6}Z\.tar\.age$/.test(name);
  for (const name of await removeUnfinished(folder, { isOurs, now }))
    console.log(`${name} was left by a backup that was killed: removed.`);
}

async function readLock(env: Env, values: Values): Promise<Lock> {
  const { recipient: recipients } = values;
  if (recipients && values["passphrase-file"] !== undefined)
    throw new UsageError(
      "An archive is locked for recipients or with a passphrase, not both.",
    );
  if (recipients) return { recipients };
  const passphrase = await readPassphrase(env, values["passphrase-file"]);
  if (passphrase === undefined)
    throw new UsageError(
      "A backup is always encrypted. Give --recipient or --passphrase-file, or set HEARD_BACKUP_PASSPHRASE.",
    );
  return { passphrase };
}

function tellSteps(): Tell {
  const tell = tellNowAndThen();
  const done = {
    database: "The database is copied.",
    checks: "The copy is checked.",
    files: "The files are packed.",
  };
  return (step, part) => {
    if (part === 1) return console.log(done[step]);
    tell(() => `  ${step}: ${Math.floor(part * 100)} %`);
  };
}
