import { createHash } from "node:crypto";
import type { Db } from "./schema.ts";
import { readSearchTexts } from "./search-texts.server.ts";
import { readBatches } from "./table-rows.server.ts";
import { readTableShapes } from "./table-shapes.server.ts";

/** What a table holds, the same on whichever engine. */
export type TableDigest = { rowCount: number; sha256: string };

/** Reads every row of every table, and of the search index what is indexed. */
export async function digestTables(
  db: Db,
  tell: (table: string) => void,
): Promise<Map<string, TableDigest>> {
  const digests = new Map<string, TableDigest>();
  for (const shape of await readTableShapes(db)) {
    const { name, columns } = shape;
    digests.set(name, await digest(columns, readBatches(db, shape)));
    tell(name);
  }
  const columns = ["id", "answers", "attachments", "notes"] as const;
  digests.set("response_search", await digest(columns, readSearchTexts(db)));
  tell("response_search");
  return digests;
}

async function digest<Column extends string>(
  columns: readonly Column[],
  batches: AsyncIterable<Record<Column, unknown>[]>,
): Promise<TableDigest> {
  const hash = createHash("sha256").update(JSON.stringify(columns));
  let rowCount = 0;
  for await (const rows of batches) {
    rowCount += rows.length;
    for (const row of rows)
      hash.update(JSON.stringify(columns.map((column) => row[column])));
  }
  return { rowCount, sha256: hash.digest("hex") };
}

/** The tables of which both do not hold the same. */
export function differingTables(
  one: Map<string, TableDigest>,
  other: Map<string, TableDigest>,
): string[] {
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter(
    (name) =>
      one.get(name)?.sha256 !== other.get(name)?.sha256 ||
      one.get(name)?.rowCount !== other.get(name)?.rowCount,
  );
}
