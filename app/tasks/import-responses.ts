import { randomBytes } from "node:crypto";
import type { Db } from "#app/db/schema.ts";
import { findCallBySlug } from "#app/domain/calls/calls.server.ts";
import { checkImport } from "#app/domain/imports/check-import.server.ts";
import {
  type ImportMap,
  importMapSchema,
} from "#app/domain/imports/import-map.ts";
import { importResponses } from "#app/domain/imports/imports.server.ts";
import { undoImport } from "#app/domain/imports/undo-import.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import { OperatorError } from "#app/operator-error.ts";
import { wordsIn } from "#app/words/words.ts";
import {
  readJsonFile,
  runCommand,
  UsageError,
  withDatabase,
} from "./command.ts";
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

const options = {
  call: { type: "string" },
  map: { type: "string" },
  "dry-run": { type: "boolean", default: false },
  "skip-refused": { type: "boolean", default: false },
  undo: { type: "string" },
  "although-worked-on": { type: "boolean", default: false },
} as const;

await runCommand(
  { usage, options, allowPositionals: true },
  async ({ values, positionals }) => {
    const { database } = readEnvironment();
    const number = values.undo;
    if (number !== undefined)
      return withDatabase(
        database,
        (db) => undo(db, number, values["although-worked-on"]),
        { isPatient: true },
      );
    const [file, ...others] = positionals;
    const { call: slug, map } = values;
    if (!slug) throw new UsageError("--call is missing.");
    if (!map) throw new UsageError("--map is missing.");
    if (!file) throw new UsageError("The file with the responses is missing.");
    if (others.length > 0) throw new UsageError("One file at a time.");
    const wanted = {
      slug,
      map: await readMap(map),
      file,
      isDryRun: values["dry-run"],
      skipRefused: values["skip-refused"],
    };
    await withDatabase(database, (db) => importFile(db, wanted), {
      isPatient: true,
    });
  },
);

type Wanted = {
  slug: string;
  map: ImportMap;
  file: string;
  isDryRun: boolean;
  skipRefused: boolean;
};

async function importFile(db: Db, wanted: Wanted): Promise<void> {
  const call = await findCallBySlug(db, wanted.slug);
  if (!call) throw new OperatorError(`There is no call "${wanted.slug}".`);
  if (call.state === "archived")
    throw new OperatorError("An archived call takes nothing more.");
  const startedAt = performance.now();
  const progress = showProgress();
  const request = {
    call,
    map: wanted.map,
    file: wanted.file,
    messages: wordsIn("en").questions,
    now: new Date(),
    onRow: progress.row,
  };
  try {
    const checked = await checkImport(db, request);
    progress.end();
    if (!checked.ok) throw new OperatorError(describeRefusal(checked));
    for (const line of describeCheck(checked.check, request)) console.log(line);
    if (!wanted.isDryRun) {
      const outcome = await importResponses(db, {
        ...request,
        check: checked.check,
        skipRefused: wanted.skipRefused,
        actor: { kind: "system" },
        randomBytes,
      });
      progress.end();
      if (!outcome.ok) throw new OperatorError(describeRefusal(outcome));
      console.log(
        `Imported ${outcome.importedCount} responses, as import ${outcome.importId}.`,
      );
    }
  } finally {
    progress.end();
  }
  console.log(describeCost(startedAt));
}

function describeCost(startedAt: number): string {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1000);
  return `${seconds} s, ${peakMegabytes} MB of memory at most.`;
}

async function readMap(file: string): Promise<ImportMap> {
  const map = importMapSchema.safeParse(await readJsonFile(file));
  if (map.success) return map.data;
  const faults = map.error.issues.map(
    (issue) => `  ${describeMapFault(issue)}`,
  );
  throw new OperatorError([`${file} is not a map:`, ...faults].join("\n"));
}

async function undo(
  db: Db,
  number: string,
  evenIfWorkedOn: boolean,
): Promise<void> {
  const importId = readWholeNumber(number);
  if (importId === undefined)
    throw new UsageError("--undo takes the number of an import.");
  const outcome = await undoImport(db, {
    importId,
    evenIfWorkedOn,
    actor: { kind: "system" },
    now: new Date(),
  });
  if (!outcome.ok) throw new OperatorError(describeRefusal(outcome));
  console.log(
    `Import ${number} was taken back: ${outcome.removedCount} responses were deleted.`,
  );
}
