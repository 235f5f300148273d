import type { Db, Row } from "#app/db/schema.ts";
import type { Call } from "../calls/calls.server.ts";
import type { QuestionMessages } from "../calls/question-types/question-type.ts";
import { findResponseBySourceKey } from "../responses/intake.server.ts";
import {
  type CsvFile,
  openCsvFile,
  UnreadableFileError,
} from "./csv-file.server.ts";
import { type JudgedRow, rowEncloser } from "./enclose-files.ts";
import type { Enclosure } from "./enclosures.ts";
import { checkMap, type ImportMap } from "./import-map.ts";
import type { FileFault, MapProblem, RowRefusal } from "./import-refusals.ts";
import { makeRowRules, readRow, type RowRules } from "./import-rows.ts";

/** A table that was uploaded: its rows as often as they are asked for. */
export type ReadTable = { open: () => CsvFile };

/** The rows that a request is about. */
export function openTable({ file, map }: ImportRequest): CsvFile {
  return typeof file === "string"
    ? openCsvFile(file, map.delimiter)
    : file.open();
}

export type ImportRequest = {
  call: Call;
  map: ImportMap;
  /** Path of the CSV file, or a table that was read already. */
  file: string | ReadTable;
  messages: QuestionMessages;
  now: Date;
  /** The files that rows may name; none where there are none. */
  enclosures?: readonly Enclosure[];
  /** Told of each row read, and of each written. */
  onRow?: (count: number, step: "checked" | "imported") => void;
};

/** Why no row of a file, or none from some line on, can be read. */
export type UnusableFile =
  | { reason: "map-does-not-fit"; problems: MapProblem[] }
  | { reason: "unreadable"; fault: FileFault };

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
  const enclose = rowEncloser(judging);
  for await (const reading of readImportRows(csv, { ...judging, now }))
    yield reading.kind === "unusable"
      ? reading
      : enclose(await refuseRepeated(db, judging, { reading, firstLines }));
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
    const delimiter = otherDelimiter(columns, map);
    if (delimiter)
      return yield doesNotFit([{ reason: "other-delimiter", delimiter }]);
    const problems = checkMap(map, { definition, columns });
    if (problems.length > 0) return yield doesNotFit(problems);
    rules = makeRowRules({ map, columns, definition, messages, now });
  }
  if (!rules) yield doesNotFit([{ reason: "file-empty" }]);
}

/** What seems to part the cells of a file whose heading came as one cell. */
function otherDelimiter(
  [heading, ...others]: string[],
  { delimiter }: ImportMap,
): string | undefined {
  if (others.length > 0) return undefined;
  return [";", "\t", ","].find(
    (sign) => sign !== delimiter && heading?.includes(sign),
  );
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
