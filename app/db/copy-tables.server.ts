import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import { engineOf } from "./engine.server.ts";
import { inTransaction } from "./in-transaction.server.ts";
import type { Db, Trx } from "./schema.ts";
import { selectLastSearchId, copySearchTexts } from "./search-texts.server.ts";
import {
  type CarriedRow,
  countRows,
  deleteAllRows,
  fillLateColumns,
  insertRows,
  type Key,
  keyOf,
  readBatches,
  selectLastKey,
} from "./table-rows.server.ts";
import { readTableShapes, type TableShape } from "./table-shapes.server.ts";

/** Filled by triggers on other tables as these fill: put in place when all of them are. */
const filledByTriggers = ["response_counts"];

export type Copying = {
  /** Hears after each batch how many rows of a table have come, of how many. */
  tell: (table: string, come: number, of: number) => void;
  signal?: AbortSignal | undefined;
  /** Asked in each transaction: what it throws ends the copy. */
  assertMayWrite?: (trx: Trx) => Promise<void>;
};

/** Somebody else is copying to the same place at the same time. */
export class CopiedMeanwhileError extends Error {
  override name = "CopiedMeanwhileError";
}

/**
 * Copies every row of a database that nobody writes to into another with the
 * same tables, a batch at a time and each batch whole. Begun again it goes on
 * after the last row that came.
 *
 * @param from a database, or a transaction on one that others write to.
 * @throws a CopiedMeanwhileError where another copy runs.
 */
export async function copyTables(
  from: Db,
  to: Db,
  copying: Copying,
): Promise<void> {
  const shapes = await readTableShapes(from);
  const [last, first] = [
    shapes.filter(({ name }) => filledByTriggers.includes(name)),
    shapes.filter(({ name }) => !filledByTriggers.includes(name)),
  ];
  for (const shape of first) await copyTable({ from, to, shape }, copying);
  for (const shape of shapes) await fillLate({ from, to, shape }, copying);
  for (const shape of last) await replaceTable({ from, to, shape }, copying);
  await copySearch({ from, to }, copying);
  await setSequences(
    to,
    shapes.map(({ name }) => name),
  );
}

async function inWriting(
  to: Db,
  { assertMayWrite }: Copying,
  work: (trx: Trx) => Promise<void>,
): Promise<void> {
  await inTransaction(to, async (trx) => {
    await assertMayWrite?.(trx);
    await work(trx);
  });
}

type Table = { from: Db; to: Db; shape: TableShape };

async function copyTable({ from, to, shape }: Table, copying: Copying) {
  let last = await selectLastKey(to, shape);
  let come = await countRows(to, shape);
  const of = await countRows(from, shape);
  for await (const rows of readBatches(from, shape, last)) {
    copying.signal?.throwIfAborted();
    const after = last;
    await inWriting(to, copying, async (trx) => {
      await assertNobodyElse(trx, shape, after);
      await insertRows(trx, shape, rows);
    });
    last = keyOf(shape, rows.at(-1) ?? {});
    come += rows.length;
    copying.tell(shape.name, come, of);
  }
}

async function assertNobodyElse(
  trx: Trx,
  shape: TableShape,
  after: Key | undefined,
): Promise<void> {
  if (!isDeepStrictEqual(await selectLastKey(trx, shape), after))
    throw new CopiedMeanwhileError(`Rows came into ${shape.name} meanwhile`);
}

async function fillLate({ from, to, shape }: Table, copying: Copying) {
  if (shape.late.length === 0) return;
  const isFilled = (row: CarriedRow) =>
    shape.late.some((column) => row[column] !== null);
  for await (const rows of readBatches(from, shape)) {
    const filled = rows.filter(isFilled);
    if (filled.length === 0) continue;
    await inWriting(to, copying, async (trx) => {
      for (const row of filled) await fillLateColumns(trx, shape, row);
    });
  }
}

async function replaceTable({ from, to, shape }: Table, copying: Copying) {
  await inWriting(to, copying, async (trx) => {
    await deleteAllRows(trx, shape);
    for await (const rows of readBatches(from, shape))
      await insertRows(trx, shape, rows);
  });
}

async function copySearch(
  { from, to }: Pick<Table, "from" | "to">,
  copying: Copying,
) {
  let come = 0;
  const of = await countRows(from, { name: "response_search" });
  const after = await selectLastSearchId(to);
  const assertMayWrite = async (trx: Trx) => copying.assertMayWrite?.(trx);
  const texts = { after, assertMayWrite };
  for await (const count of copySearchTexts(from, to, texts)) {
    copying.signal?.throwIfAborted();
    come += count;
    copying.tell("response_search", come, of);
  }
}

/** An id that PostgreSQL gives out next comes after those that were brought along. */
async function setSequences(to: Db, tables: string[]): Promise<void> {
  if (engineOf(to) !== "postgres") return;
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column"
    from information_schema.columns
    where table_schema = current_schema() and is_identity = 'YES'`.execute(to);
  for (const { table, column } of rows.filter((row) =>
    tables.includes(row.table),
  ))
    await sql`select setval(
      pg_get_serial_sequence(${`"${table}"`}, ${column}),
      max(${sql.ref(column)})
    ) from ${sql.table(table)} having max(${sql.ref(column)}) is not null`.execute(
      to,
    );
}
