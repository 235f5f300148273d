/** A count or a sum as a number: SQLite gives one, PostgreSQL's is a bigint and comes as text. */
export function countOf(row: { count: number | string | bigint }): number {
  return Number(row.count);
}
