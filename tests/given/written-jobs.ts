import type { Db } from "#app/db/schema.ts";

/** Writes a row into a table that nothing else of a test of the database looks at. */
export async function insertJob(
  db: Db,
  kind: string,
  place: { id?: number } = {},
): Promise<void> {
  const at = "2026-01-01T00:00:00.000Z";
  await db
    .insertInto("jobs")
    .values({
      ...place,
      kind,
      payload: "{}",
      run_after: at,
      created_at: at,
      locked_until: null,
      last_error: null,
      finished_at: null,
    })
    .execute();
}

/** What was written, in the order in which it was. */
export async function readKinds(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom("jobs")
    .select("kind")
    .orderBy("id")
    .execute();
  return rows.map((row) => row.kind);
}
