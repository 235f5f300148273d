import { randomUUID } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { type DatabasePlace, openDatabase } from "#app/db/connection.server.ts";
import type { Db } from "#app/db/schema.ts";
import type {
  AttachmentStore,
  FileSettings,
} from "#app/domain/attachments/attachment-store.server.ts";
import {
  findEndOfMove,
  makeTables,
  thawSource,
} from "#app/domain/keeping/ends-of-move.server.ts";
import { type Move, movePortal } from "#app/domain/keeping/move.server.ts";
import { type Env, readEnvironment } from "#app/http/env.server.ts";
import {
  type MoveTarget,
  readOtherPlace,
} from "#app/http/move-settings.server.ts";
import { OperatorError } from "#app/operator-error.ts";
import {
  patientMilliseconds,
  runCommand,
  UsageError,
  withDatabase,
} from "./command.ts";
import { signalOfEnd, tellNowAndThen } from "./keeping-surroundings.server.ts";
import { keepingInWords } from "./keeping-words.ts";
import { describeMove, describeNext, describeStopped } from "./move-words.ts";
import { consoleLog, openCheckedStore } from "./open-checked-store.server.ts";

const usage = `Usage: npm run move
       npm run move -- --take-back
  Stop every server and worker first. The settings say where the database and the files are;
  where they go the same settings say with MOVE_TO_ before their names, in .env or the environment:
    MOVE_TO_DATABASE_URL, or MOVE_TO_DATABASE_FILE
    MOVE_TO_FILES_BUCKET, _REGION, _ENDPOINT, _ACCESS_KEY, _SECRET_KEY, or MOVE_TO_UPLOADS_FOLDER
  What is not named stays where it is. Cut off, it goes on when it is called again.
  --take-back  the database that a move leaves may be written to again`;

const options = { "take-back": { type: "boolean" } } as const;

await runCommand({ usage, options }, async ({ values }) => {
  const env = readEnvironment();
  const opening = { isPatient: true, mayBeMoved: true };
  if (values["take-back"]) return withDatabase(env.database, takeBack, opening);
  const target = readOtherPlace("MOVE_TO_", process.env, env.uploadsFolder);
  if (!target.database && !target.files)
    throw new UsageError("Where to is not said: no MOVE_TO_ setting is set.");
  await withDatabase(
    env.database,
    (db) =>
      withTarget(target.database, (to) => moveAll({ env, target, db, to })),
    opening,
  );
});

async function takeBack(db: Db): Promise<void> {
  await thawSource(db).catch((error: unknown) =>
    keepingInWords(error, "Nothing was changed."),
  );
  console.log(
    "The database may be written to again. What it was moved to is not to be used any more: delete it.",
  );
}

/** Opens the database that a move goes to; one without tables is given them. */
async function withTarget(
  place: DatabasePlace | undefined,
  work: (to: Db | undefined) => Promise<void>,
): Promise<void> {
  if (!place) return work(undefined);
  const isNew = "file" in place && !existsSync(place.file);
  const to = await asTarget(async () =>
    openDatabase(place, { patienceMilliseconds: patientMilliseconds }),
  );
  try {
    const isMade = await asTarget(() => makeTables(to)).catch(
      (error: unknown) => keepingInWords(error, "Nothing was moved."),
    );
    if (isMade)
      console.log(isNew ? `${place.file} was made.` : "The tables were made.");
    await work(to);
  } finally {
    await to.destroy();
  }
}

type Moving = { env: Env; target: MoveTarget; db: Db; to: Db | undefined };

async function moveAll({ env, target, db, to }: Moving): Promise<void> {
  const from = { db, store: await openCheckedStore(env, consoleLog) };
  const store = await openTargetStore(env, target);
  const move: Move = {
    mark: randomUUID(),
    now: new Date(),
    tell: tellProgress(),
    signal: signalOfEnd(),
  };
  const report = await movePortal(from, { db: to, store }, move).catch(
    async (error: unknown) => {
      const end = await findEndOfMove(db).catch(() => "unknown" as const);
      return keepingInWords(error, describeStopped(end));
    },
  );
  for (const line of describeMove(report)) console.log(line);
  for (const line of describeNext(target)) console.log(line);
  if (report.files?.lost.length || report.database?.chain.ok === false)
    process.exitCode = 1;
}

async function openTargetStore(
  env: Env,
  { database = env.database, files }: MoveTarget,
): Promise<AttachmentStore | undefined> {
  if (!files) return undefined;
  if (isSamePlace(files, env.files))
    throw new OperatorError(
      `MOVE_TO_${files.bucket ? "FILES_BUCKET" : "UPLOADS_FOLDER"} is where the files are.`,
    );
  return asTarget(() => openCheckedStore({ database, files }, consoleLog));
}

/** Whoever has moved is told to delete what it was moved from: that must not be where it is. */
function isSamePlace(one: FileSettings, other: FileSettings): boolean {
  if (one.bucket && other.bucket)
    return (
      one.bucket.endpoint.href === other.bucket.endpoint.href &&
      one.bucket.bucket === other.bucket.bucket
    );
  return (
    !one.bucket &&
    !other.bucket &&
    realPath(one.folder) === realPath(other.folder)
  );
}

function realPath(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : path.resolve(folder);
}

/** What is wrong is told by the name of the setting that is read. */
async function asTarget<Result>(work: () => Promise<Result>): Promise<Result> {
  return work().catch((error: unknown) => {
    if (!(error instanceof OperatorError)) throw error;
    const named = error.message.replaceAll(
      /\b(DATABASE_(?:URL|FILE)|FILES_[A-Z_]+|UPLOADS_FOLDER)\b/g,
      "MOVE_TO_$1",
    );
    throw new OperatorError(named, { cause: error });
  });
}

function tellProgress(): Move["tell"] {
  const tell = tellNowAndThen();
  return (what, come, of) => {
    if (what === "compared") tell(() => `  compared: ${come} tables`);
    else
      tell(
        () => `  ${what}: ${come} of ${of}${what === "files" ? "" : " rows"}`,
      );
  };
}
