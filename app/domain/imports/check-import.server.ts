import type { Db, Row } from "#app/db/schema.ts";
import type { Enclosure } from "./enclosures.ts";
import type { RowRefusal } from "./import-refusals.ts";
import {
  selectImportOfFile,
  selectImportUnderWay,
} from "./imports.queries.server.ts";
import {
  type ImportRequest,
  judgeRows,
  openTable,
  type UnusableFile,
} from "./judge-rows.server.ts";

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
  /** Files that rows name and no ZIP brought, and files that no good row names; the first of each. */
  missingFiles: NamedFiles;
  unusedFiles: NamedFiles;
  /** An import of this very file that did not come to its end: importing goes on with it. */
  resumes: { importId: number; startedAt: string } | undefined;
};

export const maxListedRefusals = 1_000;

/** So many files, of which the first are told by name. */
export type NamedFiles = { count: number; names: string[] };

const maxNamedFiles = 50;

const nameFirst = (names: string[]): NamedFiles => ({
  count: names.length,
  names: names.slice(0, maxNamedFiles),
});

export type CheckOutcome =
  | { ok: true; check: ImportCheck }
  | ({ ok: false } & UnusableFile)
  | {
      ok: false;
      reason: "already-imported";
      importId: number;
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
      importId: before.id,
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
  const csv = openTable(request);
  const counts = {
    rowCount: 0,
    acceptedCount: 0,
    leftOutCount: 0,
    refusedCount: 0,
  };
  const refusedRows: RefusedRow[] = [];
  const usedFiles = new Set<Enclosure>();
  const missing = new Set<string>();
  for await (const judged of judgeRows(db, csv, { ...request, underWay })) {
    if (judged.kind === "unusable") return { ok: false, ...judged.why };
    counts.rowCount += 1;
    request.onRow?.(counts.rowCount, "checked");
    if (judged.kind === "row") {
      counts.acceptedCount += 1;
      judged.files?.forEach((file) => usedFiles.add(file));
    } else if (judged.kind === "left-out") counts.leftOutCount += 1;
    else {
      counts.refusedCount += 1;
      if (judged.refusal.reason === "file-missing")
        missing.add(judged.refusal.cell);
      if (refusedRows.length < maxListedRefusals)
        refusedRows.push({ line: judged.line, refusal: judged.refusal });
    }
  }
  const files = {
    missingFiles: nameFirst([...missing]),
    unusedFiles: nameUnused(request, usedFiles),
  };
  const sha256 = csv.sha256();
  return { ok: true, counts: { sha256, ...counts, refusedRows, ...files } };
}

function nameUnused({ enclosures = [] }: ImportRequest, used: Set<Enclosure>) {
  const unused = enclosures.filter((file) => !used.has(file));
  return nameFirst(unused.map(({ path }) => path));
}
