import type { Db, NewRow, Row } from "#app/db/schema.ts";

export async function selectKnownSecret(
  db: Db,
): Promise<Row<"known_secrets"> | undefined> {
  return db.selectFrom("known_secrets").selectAll().executeTakeFirst();
}

/** Does nothing where another server was first. */
export async function insertKnownSecret(
  db: Db,
  row: NewRow<"known_secrets">,
): Promise<void> {
  await db
    .insertInto("known_secrets")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

export async function deleteKnownSecret(db: Db): Promise<void> {
  await db.deleteFrom("known_secrets").execute();
}
