import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { parseArgs, type ParseArgsConfig } from "node:util";
import type { z } from "zod";
import {
  CannotSaveError,
  type CannotSaveReason,
  codeOf,
  frozenCode,
} from "#app/db/cannot-save.ts";
import {
  type DatabasePlace,
  openDatabase,
  openDatabaseReadOnly,
} from "#app/db/connection.server.ts";
import type { Db } from "#app/db/schema.ts";
import { OperatorError } from "#app/operator-error.ts";
import { refuseMoved } from "./refuse-moved.server.ts";
import { refuseOlder } from "./refuse-older.server.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

type Command<O extends Options> = {
  /** One line for each way to call it, and one for each option. */
  usage: string;
  options: O;
  allowPositionals?: boolean;
};

type Given<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: boolean }>
>;

/** What was typed does not say what to do: its message is told with the usage beneath. */
export class UsageError extends OperatorError {
  override name = "UsageError";
}

/**
 * Runs one of the terminal's commands. `--help` tells the usage. What whoever
 * typed it can put right is told in words, a fault of the program with its
 * stack; the exit code is 1 for both.
 */
export async function runCommand<const O extends Options>(
  command: Command<O>,
  work: (given: Given<O>) => Promise<void>,
): Promise<void> {
  try {
    if (process.argv.slice(2).includes("--help"))
      return console.log(command.usage);
    await work(readCommandLine(command));
  } catch (error) {
    process.exitCode = 1;
    console.error(describeFailure(error, command.usage));
  }
}

/** Nobody waits for the answer of a long command, so it waits for its own turn. */
export const patientMilliseconds = 10 * 60_000;

type Opening = {
  isReadOnly?: boolean;
  isPatient?: boolean;
  /** A backup is made before the migrations run. */
  mayBeOlder?: boolean;
  /** One end of a move is the move's own; everybody else may read it at most. */
  mayBeMoved?: boolean;
};

/**
 * Opens the database for a command and closes it afterwards.
 *
 * @throws an OperatorError where there is none yet, or one older than the program.
 */
export async function withDatabase<T>(
  place: DatabasePlace,
  work: (db: Db) => Promise<T>,
  { isReadOnly, isPatient, mayBeOlder, mayBeMoved = isReadOnly }: Opening = {},
): Promise<T> {
  if ("file" in place && !existsSync(place.file))
    throw new OperatorError(
      `There is no database at ${place.file}. DATABASE_FILE says where it is; npm run migrate makes one.`,
    );
  const db = isReadOnly
    ? openDatabaseReadOnly(place)
    : openDatabase(
        place,
        isPatient ? { patienceMilliseconds: patientMilliseconds } : {},
      );
  try {
    if (!mayBeOlder) await refuseOlder(db);
    if (!mayBeMoved) await refuseMoved(db);
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** @throws a UsageError that says everything that is missing or wrong. */
export function parseOptions<T>(schema: z.ZodType<T>, values: unknown): T {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new UsageError(
    parsed.error.issues.map(({ message }) => message).join("\n"),
  );
}

/** @throws an OperatorError where the file cannot be read or is not JSON. */
export async function readJsonFile(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8");
  try {
    return JSON.parse(text);
  } catch {
    throw new OperatorError(`${file} is not JSON.`);
  }
}

function readCommandLine<O extends Options>(command: Command<O>): Given<O> {
  try {
    return parseArgs({
      options: command.options,
      allowPositionals: command.allowPositionals ?? false,
    });
  } catch (error) {
    if (!codeOf(error).startsWith("ERR_PARSE_ARGS")) throw error;
    // Node says what is wrong in its first sentence, and how to quote in the next.
    const [said = ""] = String((error as Error).message).split(". ");
    throw new UsageError(`${said.replace(/\.$/, "")}.`);
  }
}

/** Tells why a server or worker did not start, and ends it. */
export function endFailedStart(error: unknown): never {
  console.error(describeFailure(error, ""));
  process.exit(1);
}

/** What a failed command tells, in words where there are any. */
function describeFailure(error: unknown, usage: string): string {
  if (error instanceof UsageError) return `${error.message}\n\n${usage}`;
  if (error instanceof OperatorError) return error.message;
  if (error instanceof CannotSaveError)
    return describeUnsaved[error.reason](error.code);
  if (codeOf(error) === "EADDRINUSE")
    return "Another program listens on this address already. HOST and PORT say where Heard listens.";
  return describeFileFailure(error) ?? describeBug(error);
}

const describeUnsaved: Record<CannotSaveReason, (code: string) => string> = {
  busy: () =>
    "Another program kept the database for too long. Nothing was changed; try again.",
  away: (code) =>
    code === frozenCode
      ? "The database is being moved elsewhere, or was, and takes no writing. Nothing was changed."
      : `The database could not be reached any more (${code}). Look whether it runs, and see what was done before you try again.`,
  disk: (code) =>
    `The database could not be written to (${code}). Nothing was changed; see whether its disk is full.`,
};

const fileFailures: Partial<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "this user may not read it",
};

function describeFileFailure(error: unknown): string | undefined {
  const why = fileFailures[codeOf(error)];
  if (!why || !(error instanceof Error) || !("path" in error)) return undefined;
  return `${String(error.path)} cannot be read: ${why}.`;
}

function describeBug(error: unknown): string {
  return error instanceof Error && error.stack ? error.stack : String(error);
}
