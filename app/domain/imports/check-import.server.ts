import type { Db, Row } from "#app/db/schema.ts";
import type { Call } from "../calls/calls.server.ts";
import type { QuestionMessages } from "../calls/question-types/question-type.ts";
import { findResponseBySourceKey } from "../responses/intake.server.ts";
import {
  type CsvFile,
  openCsvFile,
  UnreadableFileError,
} from "./csv-file.server.ts";
import { checkMap, type ImportMap } from "./import-map.ts";
import type { FileFault, MapProblem, RowRefusal } from "./import-refusals.ts";
import {
  selectImportOfFile,
  selectImportUnderWay,
} from "./imports.queries.server.ts";
import {
  type ImportRow,
  makeRowRules,
  readRow,
  type RowRules,
} from "./import-rows.ts";

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

export type RefusedRow = { line: number; refusal: RowRefusal };

export type ImportCheck = {
  sha256: string;
  /** Rows below the heading, empty lines not counted. */
  rowCount: number;
  acceptedCount: number;
  leftOutCount: number;
  refusedCount: number;
  /** The first of them, at most `maxListedRefusals`. */
  refusedRows: RefusedRow[];
  /** An import of this very file that did not come to its end: importing goes on with it. */
  resumes: { importId: number; startedAt: string } | undefined;
};

export const maxListedRefusals = 1_000;

/** Why no row of a file, or none from some line on, can be read. */
type UnusableFile =
  | { reason: "map-does-not-fit"; problems: MapProblem[] }
  | { reason: "unreadable"; fault: FileFault };

export type CheckOutcome =
  | { ok: true; check: ImportCheck }
  | ({ ok: false } & UnusableFile)
  | {
      ok: false;
      reason: "already-imported";
      importedAt: string;
      rowCount: number;
    }
  | { ok: false; reason: "another-under-way"; importId: number };

/**
 * Reads a whole file and says what importing it would do; writes nothing.
 *
 * @returns `another-under-way` where an import of another file into the call, or
 * the undoing of one, has not come to its end; `unreadable` where the file is not CSV or not UTF-8.
 */
export async function checkImport(
  db: Db,
  request: ImportRequest,
): Promise<CheckOutcome> {
  const underWay = await selectImportUnderWay(db, request.call.id);
  const counted = await countRows(db, request, underWay);
  if (!counted.ok) return counted;
  const { sha256 } = counted.counts;
  const ofFile = { callId: request.call.id, sha256 };
  const before = await selectImportOfFile(db, ofFile);
  if (before?.state === "done")
    return {
      ok: false,
      reason: "already-imported",
      importedAt: before.imported_at,
      rowCount: before.row_count,
    };
  const isItself = before?.state === "arriving";
  if (underWay && !isItself)
    return { ok: false, reason: "another-under-way", importId: underWay.id };
  const resumes = isItself
    ? { importId: before.id, startedAt: before.imported_at }
    : undefined;
  return { ok: true, check: { ...counted.counts, resumes } };
}

type Counted =
  | { ok: true; counts: Omit<ImportCheck, "resumes"> }
  | ({ ok: false } & UnusableFile);

async function countRows(
  db: Db,
  request: ImportRequest,
  underWay: Row<"imports"> | undefined,
): Promise<Counted> {
  const csv = openCsvFile(request.file, request.map.delimiter);
  const counts = {
    rowCount: 0,
    acceptedCount: 0,
    leftOutCount: 0,
    refusedCount: 0,
  };
  const refusedRows: RefusedRow[] = [];
  for await (const judged of judgeRows(db, csv, { ...request, underWay })) {
    if (judged.kind === "unusable") return { ok: false, ...judged.why };
    counts.rowCount += 1;
    request.onRow?.(counts.rowCount, "checked");
    if (judged.kind === "row") counts.acceptedCount += 1;
    else if (judged.kind === "left-out") counts.leftOutCount += 1;
    else {
      counts.refusedCount += 1;
      if (refusedRows.length < maxListedRefusals)
        refusedRows.push({ line: judged.line, refusal: judged.refusal });
    }
  }
  return { ok: true, counts: { sha256: csv.sha256(), ...counts, refusedRows } };
}

export type JudgedRow = { line: number } & (
  | { kind: "row"; row: ImportRow }
  | { kind: "left-out" }
  | { kind: "refused"; refusal: RowRefusal }
);

/** Nothing comes after it. */
type Unusable = { kind: "unusable"; why: UnusableFile };

type Judging = ImportRequest & {
  /** Rows that it brought in already are not taken for repetitions. */
  underWay: Pick<Row<"imports">, "id" | "imported_at"> | undefined;
};

/**
 * The file's rows in their order, each with what is to become of it: the same
 * at every reading of one import, whenever it goes on.
 */
export async function* judgeRows(
  db: Db,
  csv: CsvFile,
  judging: Judging,
): AsyncGenerator<JudgedRow | Unusable> {
  const { underWay } = judging;
  const now = underWay ? new Date(underWay.imported_at) : judging.now;
  const firstLines = new Map<string, number>();
  for await (const reading of readImportRows(csv, { ...judging, now }))
    yield reading.kind === "unusable"
      ? reading
      : await refuseRepeated(db, judging, { reading, firstLines });
}

async function* readImportRows(
  csv: CsvFile,
  request: ImportRequest,
): AsyncGenerator<JudgedRow | Unusable> {
  try {
    yield* readRowsByMap(csv, request);
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    const { fault } = error;
    yield { kind: "unusable", why: { reason: "unreadable", fault } };
  }
}

async function* readRowsByMap(
  csv: CsvFile,
  { map, call, messages, now }: ImportRequest,
): AsyncGenerator<JudgedRow | Unusable> {
  const doesNotFit = (problems: MapProblem[]) => ({
    kind: "unusable" as const,
    why: { reason: "map-does-not-fit" as const, problems },
  });
  const { definition } = call;
  let rules: RowRules | undefined;
  for await (const { line, cells } of csv.rows) {
    if (rules) {
      yield { line, ...readRow(cells, rules) };
      continue;
    }
    const columns = cells.map((cell) => cell.trim());
    const problems = checkMap(map, { definition, columns });
    if (problems.length > 0) return yield doesNotFit(problems);
    rules = makeRowRules({ map, columns, definition, messages, now });
  }
  if (!rules) yield doesNotFit([{ reason: "file-empty" }]);
}

/** A source id that the call has already, or that stands twice in the file, is a row that would count double. */
async function refuseRepeated(
  db: Db,
  { call, map: { sourceId: column }, underWay }: Judging,
  given: { reading: JudgedRow; firstLines: Map<string, number> },
): Promise<JudgedRow> {
  const { reading, firstLines } = given;
  const sourceKey = reading.kind === "row" ? reading.row.sourceKey : undefined;
  if (sourceKey === undefined) return reading;
  const refuse = (refusal: RowRefusal) => ({
    line: reading.line,
    kind: "refused" as const,
    refusal,
  });
  const firstLine = firstLines.get(sourceKey);
  if (firstLine !== undefined)
    return refuse({ reason: "same-as-line", column, line: firstLine });
  firstLines.set(sourceKey, reading.line);
  const of = { callId: call.id, sourceKey };
  const before = await findResponseBySourceKey(db, of);
  if (!before || (underWay && before.importId === underWay.id)) return reading;
  const { reference } = before;
  return refuse({ reason: "came-in-before", column, reference });
}
