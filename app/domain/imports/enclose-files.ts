import {
  type Enclosure,
  enclosureFinder,
  maxFilesOfRow,
} from "./enclosures.ts";
import type { ImportMap } from "./import-map.ts";
import type { EnclosureRefusal, RowRefusal } from "./import-refusals.ts";
import type { ImportRow } from "./import-rows.ts";

export type JudgedRow = { line: number } & (
  | { kind: "row"; row: ImportRow; files?: Enclosure[] }
  | { kind: "left-out" }
  | { kind: "refused"; refusal: RowRefusal }
);

type FoundFile = Enclosure | EnclosureRefusal;

/**
 * Finds the files that rows name, one row after the other in their order: a file
 * is that of the first row that names it. A row whose files are not all there is
 * refused, by the first that stands in the way.
 */
export function rowEncloser({
  map,
  enclosures = [],
}: {
  map: ImportMap;
  enclosures?: readonly Enclosure[];
}): (row: JudgedRow) => JudgedRow {
  const { files: column } = map;
  const find = enclosureFinder(enclosures);
  const lineOf = new Map<number, number>();
  const findFor = (line: number, name: string): FoundFile => {
    const place = { column, cell: name };
    const found = find(name);
    if (found.kind === "missing") return { reason: "file-missing", ...place };
    if (found.kind === "unsure")
      return { reason: "file-unsure", count: found.count, ...place };
    const { enclosure } = found;
    const { findings, enclosureId } = enclosure;
    if (!findings.ok)
      return { reason: "file-refused", why: findings.reason, ...place };
    const taken = lineOf.get(enclosureId) ?? line;
    return taken === line
      ? enclosure
      : { reason: "file-of-line", line: taken, ...place };
  };
  return (judged) => {
    if (judged.kind !== "row" || !judged.row.fileNames) return judged;
    const { line, row } = judged;
    const { fileNames = [] } = row;
    const found = encloseNames(fileNames, column, (name) =>
      findFor(line, name),
    );
    if (!Array.isArray(found)) return { line, kind: "refused", refusal: found };
    for (const { enclosureId } of found) lineOf.set(enclosureId, line);
    return { line, kind: "row", row, files: found };
  };
}

function encloseNames(
  names: string[],
  column: string | undefined,
  find: (name: string) => FoundFile,
): Enclosure[] | EnclosureRefusal {
  if (names.length > maxFilesOfRow)
    return { reason: "too-many-files", column, most: maxFilesOfRow };
  const files = new Map<number, Enclosure>();
  for (const name of names) {
    const found = find(name);
    if ("reason" in found) return found;
    files.set(found.enclosureId, found);
  }
  return [...files.values()];
}
