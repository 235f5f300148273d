import type { Db, Trx } from "#app/db/schema.ts";
import type { Actor } from "../audit/audit.ts";
import { recordEvent } from "../audit/audit.server.ts";
import type { Call } from "../calls/calls.server.ts";
import type { QuestionMessages } from "../calls/question-types/question-type.ts";
import { type CsvFile, openCsvFile } from "./csv-file.server.ts";
import { checkMap, type ImportMap } from "./import-map.ts";
import { insertImport, selectImportOfFile } from "./imports.queries.server.ts";
import {
  type ImportRow,
  makeRowRules,
  readRow,
  type RowRules,
} from "./import-rows.ts";
import {
  findReferenceBySourceKey,
  receiveResponse,
} from "../responses/intake.server.ts";

export type ImportRequest = {
  call: Call;
  map: ImportMap;
  /** Path of the CSV file. */
  file: string;
  messages: QuestionMessages;
  now: Date;
  /** Told of each row read, and of each written. */
  onRow?: (count: number, step: "checked" | "imported") => void;
};

export type RefusedRow = { line: number; reason: string };

export type ImportCheck = {
  sha256: string;
  /** Rows below the heading, empty lines not counted. */
  rowCount: number;
  acceptedCount: number;
  leftOutCount: number;
  refusedCount: number;
  /** The first of them, at most `maxListedRefusals`. */
  refusedRows: RefusedRow[];
};

export const maxListedRefusals = 1_000;

export type CheckOutcome =
  | { ok: true; check: ImportCheck }
  | { ok: false; reason: "map-does-not-fit"; problems: string[] }
  | {
      ok: false;
      reason: "already-imported";
      importedAt: string;
      rowCount: number;
    };

/**
 * Reads a whole file and says what importing it would do; writes nothing.
 *
 * @throws UnreadableFileError where the file is not CSV or not UTF-8.
 */
export async function checkImport(
  db: Db,
  request: ImportRequest,
): Promise<CheckOutcome> {
  const csv = openCsvFile(request.file, request.map.delimiter);
  const counts = {
    rowCount: 0,
    acceptedCount: 0,
    leftOutCount: 0,
    refusedCount: 0,
  };
  const refusedRows: RefusedRow[] = [];
  const firstLines = new Map<string, number>();
  for await (const reading of readImportRows(csv, request)) {
    if (reading.kind === "map-does-not-fit")
      return { ok: false, reason: reading.kind, problems: reading.problems };
    counts.rowCount += 1;
    request.onRow?.(counts.rowCount, "checked");
    const judged = await refuseRepeated(db, request, { reading, firstLines });
    if (judged.kind === "row") counts.acceptedCount += 1;
    else if (judged.kind === "left-out") counts.leftOutCount += 1;
    else {
      counts.refusedCount += 1;
      if (refusedRows.length < maxListedRefusals)
        refusedRows.push({ line: judged.line, reason: judged.reason });
    }
  }
  const sha256 = csv.sha256();
  const before = await selectImportOfFile(db, {
    callId: request.call.id,
    sha256,
  });
  if (before)
    return {
      ok: false,
      reason: "already-imported",
      importedAt: before.imported_at,
      rowCount: before.row_count,
    };
  return { ok: true, check: { sha256, ...counts, refusedRows } };
}

type LineReading = { line: number } & (
  | { kind: "row"; row: ImportRow }
  | { kind: "left-out" }
  | { kind: "refused"; reason: string }
);

async function* readImportRows(
  csv: CsvFile,
  { map, call, messages, now }: ImportRequest,
): AsyncGenerator<
  LineReading | { kind: "map-does-not-fit"; problems: string[] }
> {
  const { definition } = call;
  let rules: RowRules | undefined;
  for await (const { line, cells } of csv.rows) {
    if (rules) {
      yield { line, ...readRow(cells, rules) };
      continue;
    }
    const columns = cells.map((cell) => cell.trim());
    const problems = checkMap(map, { definition, columns });
    if (problems.length > 0)
      return yield { kind: "map-does-not-fit", problems };
    rules = makeRowRules({ map, columns, definition, messages, now });
  }
  if (!rules)
    yield { kind: "map-does-not-fit", problems: ["The file is empty"] };
}

/** A source id that the call has already, or that stands twice in the file, is a row that would count double. */
async function refuseRepeated(
  db: Db,
  { call, map }: ImportRequest,
  given: { reading: LineReading; firstLines: Map<string, number> },
): Promise<LineReading> {
  const { reading, firstLines } = given;
  const sourceKey = reading.kind === "row" ? reading.row.sourceKey : undefined;
  if (sourceKey === undefined) return reading;
  const refuse = (reason: string) => ({
    line: reading.line,
    kind: "refused" as const,
    reason: `"${map.sourceId}" ${reason}`,
  });
  const firstLine = firstLines.get(sourceKey);
  if (firstLine !== undefined)
    return refuse(`is the same as on line ${firstLine}`);
  firstLines.set(sourceKey, reading.line);
  const before = await findReferenceBySourceKey(db, {
    callId: call.id,
    sourceKey,
  });
  return before ? refuse(`came in before, as ${before}`) : reading;
}

export type ImportOutcome =
  | { ok: true; importId: number; importedCount: number }
  | {
      ok: false;
      reason: "rows-refused" | "nothing-to-import" | "file-changed";
    };

/**
 * Imports a checked file, all of it or nothing: one transaction, through the
 * one intake. Rows that the check refused stand in the way unless `skipRefused`.
 *
 * @returns `file-changed` where the file is not the one that was checked; nothing is kept.
 */
export async function importResponses(
  db: Db,
  request: ImportRequest & {
    check: ImportCheck;
    skipRefused: boolean;
    actor: Actor;
    randomBytes: (count: number) => Buffer;
  },
): Promise<ImportOutcome> {
  const { check, now } = request;
  if (check.refusedCount > 0 && !request.skipRefused)
    return { ok: false, reason: "rows-refused" };
  if (check.acceptedCount === 0)
    return { ok: false, reason: "nothing-to-import" };
  try {
    return await db.transaction().execute(async (trx) => {
      const importId = await insertImport(trx, {
        callId: request.call.id,
        sha256: check.sha256,
        rowCount: check.acceptedCount,
        now,
      });
      await importRows(trx, request, importId);
      await recordEvent(trx, {
        at: now,
        actor: request.actor,
        subject: { kind: "import", id: importId },
        type: "import.completed",
        details: {
          callId: request.call.id,
          importedCount: check.acceptedCount,
          refusedCount: check.refusedCount,
          leftOutCount: check.leftOutCount,
        },
      });
      return { ok: true, importId, importedCount: check.acceptedCount };
    });
  } catch (error) {
    if (error instanceof FileChangedError)
      return { ok: false, reason: "file-changed" };
    throw error;
  }
}

class FileChangedError extends Error {}

type Importing = Parameters<typeof importResponses>[1];

async function importRows(trx: Trx, request: Importing, importId: number) {
  const { call, map, check, now, actor, randomBytes } = request;
  const csv = openCsvFile(request.file, map.delimiter);
  const firstLines = new Map<string, number>();
  let importedCount = 0;
  for await (const reading of readImportRows(csv, request)) {
    if (reading.kind === "map-does-not-fit") throw new FileChangedError();
    const judged = await refuseRepeated(trx, request, { reading, firstLines });
    if (judged.kind !== "row") continue;
    await receiveResponse(trx, {
      callId: call.id,
      definitionId: call.definitionId,
      language: map.language,
      channel: map.channel,
      ...judged.row,
      recordedAt: now,
      actor,
      importId,
      randomBytes,
    });
    importedCount += 1;
    request.onRow?.(importedCount, "imported");
  }
  if (csv.sha256() !== check.sha256 || importedCount !== check.acceptedCount)
    throw new FileChangedError();
}
