import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { Opener } from "#app/domain/keeping/encryption.server.ts";
import type { Env } from "#app/http/env.server.ts";
import { OperatorError } from "#app/operator-error.ts";
import { readJsonFile } from "./command.ts";

const fewestCharacters = 16;

/** Where the copy of a database lies while it is packed: on this machine's disk, and there is one at a time. */
export function workFolderOf({ database, uploadsFolder }: Env): string {
  return "url" in database
    ? path.join(uploadsFolder, ".backup-at-work")
    : `${database.file}.backup-at-work`;
}

export const passphraseHelp = `  --passphrase-file <file>  its first line is the passphrase; else HEARD_BACKUP_PASSPHRASE is`;

/** @throws an OperatorError where the passphrase could be guessed. */
export async function readPassphrase(
  env: Env,
  file: string | undefined,
): Promise<string | undefined> {
  const given =
    file === undefined ? env.backupPassphrase : await readFirstLine(file);
  if (given !== undefined && given.length < fewestCharacters)
    throw new OperatorError(
      `The passphrase needs at least ${fewestCharacters} characters; \`openssl rand -base64 30\` makes one.`,
    );
  return given;
}

export async function readOpener(
  env: Env,
  given: { "passphrase-file"?: string; "identity-file"?: string },
): Promise<Opener> {
  const passphrase = await readPassphrase(env, given["passphrase-file"]);
  const identities = given["identity-file"]
    ? await readIdentities(given["identity-file"])
    : [];
  return { ...(passphrase !== undefined && { passphrase }), identities };
}

async function readFirstLine(file: string): Promise<string> {
  const [line = ""] = (await readFile(file, "utf8")).split(/\r?\n/);
  return line;
}

/** As age's own keygen writes them: a key on a line, and lines that begin with # for people. */
async function readIdentities(file: string): Promise<string[]> {
  const lines = (await readFile(file, "utf8"))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  if (lines.length === 0)
    throw new OperatorError(`${file} has no key of age's in it.`);
  return lines;
}

/** The version of the program, as its package says. */
export async function readProgramVersion(): Promise<string> {
  const schema = z.object({ version: z.string() });
  return schema.parse(await readJsonFile("package.json")).version;
}

/** Ends what is being done in order when the process is told to end: nothing half is left. */
export function signalOfEnd(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const)
    process.once(name, () => controller.abort());
  return controller.signal;
}

const millisecondsBetweenLines = 5_000;
const millisecondsUntilStill = 30_000;

/** Tells how far something is, and not more often than anybody reads; and that it stands still, where it does. */
export function tellNowAndThen(): (line: () => string) => void {
  let toldAt = performance.now();
  const still = setInterval(
    () =>
      console.log(
        "  Nothing has moved for 30 seconds. Another program may have the database, or the bucket may be slow: it is waited for.",
      ),
    millisecondsUntilStill,
  ).unref();
  return (line) => {
    still.refresh();
    if (performance.now() - toldAt < millisecondsBetweenLines) return;
    toldAt = performance.now();
    console.log(line());
  };
}
