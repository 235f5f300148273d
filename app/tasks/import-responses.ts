import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type DatabasePlace, openDatabase } from "#app/db/connection.server.ts";
import { findCallBySlug } from "#app/domain/calls/calls.server.ts";
import { importMapSchema } from "#app/domain/imports/import-map.ts";
import { checkImport } from "#app/domain/imports/check-import.server.ts";
import { importResponses } from "#app/domain/imports/imports.server.ts";
import { undoImport } from "#app/domain/imports/undo-import.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import { wordsIn } from "#app/words/words.ts";
import {
  describeCheck,
  describeRefusal,
  showProgress,
} from "./import-report.ts";
import { describeMapFault } from "./import-words.ts";

const usage = `Usage: npm run import -- --call <slug> --map <map.json> [--dry-run] [--skip-refused] <file.csv>
       npm run import -- --undo <number> [--although-worked-on]
  --dry-run       say what would happen and write nothing
  --skip-refused  import the good rows although others are refused
  --undo          take an import back as a whole
docs/import.md tells what a map looks like.`;

/** Says why on the error output; the exit code is 1. */
function stop(line: string): never {
  console.error(line);
  process.exit(1);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    call: { type: "string" },
    map: { type: "string" },
    "dry-run": { type: "boolean", default: false },
    "skip-refused": { type: "boolean", default: false },
    undo: { type: "string" },
    "although-worked-on": { type: "boolean", default: false },
  },
});
if (values.undo !== undefined) await undo(values.undo);
const [file] = positionals;
if (!values.call || !values.map || !file || positionals.length > 1) stop(usage);

const map = importMapSchema.safeParse(await readJson(values.map));
if (!map.success)
  stop(
    [
      `${values.map} is not a map:`,
      ...map.error.issues.map((issue) => `  ${describeMapFault(issue)}`),
    ].join("\n"),
  );

const env = readEnvironment();
const db = openForLong(env.database);
const call = await findCallBySlug(db, values.call);
if (!call) stop(`There is no call "${values.call}".`);
if (call.state === "archived") stop("An archived call takes nothing more.");

const startedAt = performance.now();
const progress = showProgress();
const request = {
  call,
  map: map.data,
  file,
  messages: wordsIn("en").questions,
  now: new Date(),
  onRow: progress.row,
};
try {
  const checked = await checkImport(db, request);
  progress.end();
  if (!checked.ok) stop(describeRefusal(checked));
  for (const line of describeCheck(checked.check, request)) console.log(line);
  if (!values["dry-run"]) await importAll(checked.check);
} finally {
  progress.end();
  await db.destroy();
}
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1000);
console.log(`${seconds} s, ${peakMegabytes} MB of memory at most.`);

async function importAll(
  check: Parameters<typeof importResponses>[1]["check"],
) {
  const outcome = await importResponses(db, {
    ...request,
    check,
    skipRefused: values["skip-refused"],
    actor: { kind: "system" },
    randomBytes,
  });
  progress.end();
  if (outcome.ok)
    console.log(
      `Imported ${outcome.importedCount} responses, as import ${outcome.importId}.`,
    );
  else {
    console.error(describeRefusal(outcome));
    process.exitCode = 1;
  }
}

async function readJson(name: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(name, "utf8"));
  } catch (error) {
    const why = error instanceof SyntaxError ? "is not JSON" : "cannot be read";
    return stop(`${name} ${why}.`);
  }
}

/** Nobody waits for an answer of this command, so it waits for its turn as long as it takes. */
function openForLong(place: DatabasePlace) {
  return openDatabase(place, { patienceMilliseconds: 10 * 60_000 });
}

async function undo(number: string): Promise<never> {
  if (!/^\d{1,15}$/.test(number)) stop(usage);
  const opened = openForLong(readEnvironment().database);
  const outcome = await undoImport(opened, {
    importId: Number(number),
    evenIfWorkedOn: values["although-worked-on"],
    actor: { kind: "system" },
    now: new Date(),
  });
  await opened.destroy();
  if (!outcome.ok) stop(describeRefusal(outcome));
  console.log(
    `Import ${number} was taken back: ${outcome.removedCount} responses were deleted.`,
  );
  process.exit(0);
}
