import { type RawBuilder, sql } from "kysely";
import { countOf } from "./counts.ts";
import type { Db, Trx } from "./schema.ts";
import type { TableShape } from "./table-shapes.server.ts";

/** A value as both engines can be given it: what is true or a time on one is a number or a text on the other. */
export type Value = string | number | null;
export type CarriedRow = Record<string, Value>;
export type Key = Value[];

const mostRows = 200;
const wishedCharacters = 4_000_000;

/** All rows after a key, in the order of their keys, a batch at a time; of large rows a few at once. */
export async function* readBatches(
  db: Db,
  shape: TableShape,
  after?: Key,
): AsyncGenerator<CarriedRow[]> {
  let [last, limit] = [after, 20];
  for (;;) {
    const rows = await selectRowsAfter(db, shape, { after: last, limit });
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    last = keyOf(shape, end);
    limit = nextLimit(rows);
  }
}

function nextLimit(rows: CarriedRow[]): number {
  const characters = rows.reduce(
    (sum, row) =>
      Object.values(row).reduce<number>(
        (length, value) => length + String(value).length,
        sum,
      ),
    1,
  );
  const fitting = Math.floor((rows.length * wishedCharacters) / characters);
  return Math.max(1, Math.min(mostRows, fitting));
}

export function keyOf({ key }: TableShape, row: CarriedRow): Key {
  return key.map((column) => row[column] ?? null);
}

async function selectRowsAfter(
  db: Db,
  shape: TableShape,
  { after, limit }: { after: Key | undefined; limit: number },
): Promise<CarriedRow[]> {
  const key = listOf(shape.key);
  const { rows } = await sql<Record<string, unknown>>`
    select ${listOf(shape.columns)} from ${sql.table(shape.name)}
    ${after ? sql`where (${key}) > (${sql.join(after)})` : sql``}
    order by ${key} limit ${limit}`.execute(db);
  return rows.map((row) => carriedFrom(shape, row));
}

function carriedFrom(
  { columns }: TableShape,
  row: Record<string, unknown>,
): CarriedRow {
  return Object.fromEntries(
    columns.map((column) => [column, carried(row[column])]),
  );
}

function carried(value: unknown): Value {
  if (value === null || typeof value === "number") return value;
  // PostgreSQL takes no NUL, and our driver puts the same sign in its place.
  if (typeof value === "string") return value.replaceAll("\0", "\uFFFD");
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString();
  throw new Error(`A ${typeof value} is carried by no move`);
}

/** The key of the last row that has come; undefined where none has. */
export async function selectLastKey(
  db: Db,
  shape: TableShape,
): Promise<Key | undefined> {
  const backwards = shape.key.map((column) => sql`${sql.ref(column)} desc`);
  const { rows } = await sql<Record<string, unknown>>`
    select ${listOf(shape.key)} from ${sql.table(shape.name)}
    order by ${sql.join(backwards)} limit 1`.execute(db);
  const [row] = rows;
  return row && shape.key.map((column) => carried(row[column]));
}

export async function insertRows(
  trx: Trx,
  { name, columns, late }: TableShape,
  rows: CarriedRow[],
): Promise<void> {
  const values = rows.map((row) => {
    const inOrder = columns.map((column) =>
      late.includes(column) ? null : (row[column] ?? null),
    );
    return sql`(${sql.join(inOrder)})`;
  });
  await sql`insert into ${sql.table(name)} (${listOf(columns)})
    values ${sql.join(values)}`.execute(trx);
}

/** Fills what was left empty in a row until those that it points to were there. */
export async function fillLateColumns(
  trx: Trx,
  shape: TableShape,
  row: CarriedRow,
): Promise<void> {
  const equal = (column: string) =>
    sql`${sql.ref(column)} = ${row[column] ?? null}`;
  const filled = shape.late.filter((column) => row[column] !== null);
  if (filled.length === 0) return;
  await sql`update ${sql.table(shape.name)} set ${sql.join(filled.map(equal))}
    where ${sql.join(shape.key.map(equal), sql` and `)}`.execute(trx);
}

export async function deleteAllRows(
  trx: Trx,
  { name }: TableShape,
): Promise<void> {
  await sql`delete from ${sql.table(name)}`.execute(trx);
}

export async function countRows(
  db: Db,
  { name }: Pick<TableShape, "name">,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(name)}`.execute(db);
  return rows[0] ? countOf(rows[0]) : 0;
}

function listOf(columns: string[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql.ref(column)));
}
