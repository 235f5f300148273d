import { sql } from "kysely";
import { keepQuery, type Places } from "#app/db/kept-queries.server.ts";
import type { Db, NewRow, Row, Trx } from "#app/db/schema.ts";

export type LeafRow = Row<"receipt_leaves">;
export type DayRow = Row<"receipt_days">;

type NewLeaf = Required<
  Pick<
    NewRow<"receipt_leaves">,
    "response_id" | "version" | "kept_at" | "salt" | "leaf"
  >
>;

const newLeaf = keepQuery((db, row: Places<NewLeaf>) =>
  db.insertInto("receipt_leaves").values({
    response_id: row.response_id,
    version: row.version,
    kept_at: row.kept_at,
    salt: row.salt,
    leaf: row.leaf,
  }),
);

export async function insertLeaf(trx: Trx, row: NewLeaf): Promise<void> {
  await newLeaf(trx, row);
}

/** What was kept of a response's receipts, the newest first. */
export async function selectLeavesOf(
  db: Db,
  responseId: number,
): Promise<LeafRow[]> {
  return db
    .selectFrom("receipt_leaves")
    .selectAll()
    .where("response_id", "=", responseId)
    .orderBy("version", "desc")
    .execute();
}

/** Those of no day yet that were kept before a moment, in the order in which they stand in their day. */
export async function selectLeavesWithoutDay(
  trx: Trx,
  before: string,
): Promise<{ id: number; leaf: string }[]> {
  return trx
    .selectFrom("receipt_leaves")
    .select(["id", "leaf"])
    .where("in_day", "is", null)
    .where("kept_at", "<", before)
    .orderBy("id")
    .execute();
}

/** @returns how many there were: one that came meanwhile would be one too many. */
export async function placeLeavesInDay(
  trx: Trx,
  of: { day: string; before: string },
): Promise<number> {
  const { numUpdatedRows } = await trx
    .with("placed", (db) =>
      db
        .selectFrom("receipt_leaves")
        .select([
          "id",
          sql<number>`row_number() over (order by id) - 1`.as("n"),
        ])
        .where("in_day", "is", null)
        .where("kept_at", "<", of.before),
    )
    .updateTable("receipt_leaves")
    .from("placed")
    .set((eb) => ({ in_day: of.day, position: eb.ref("placed.n") }))
    .whereRef("receipt_leaves.id", "=", "placed.id")
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** When the earliest of those without a day was kept. */
export async function selectEarliestWithoutDay(
  db: Db,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("receipt_leaves")
    .select("kept_at")
    .where("in_day", "is", null)
    .orderBy("kept_at")
    .limit(1)
    .executeTakeFirst();
  return row?.kept_at;
}

/** The hashes of part of a day, in their order. */
export async function selectLeavesOfDay(
  db: Db,
  of: { day: string; from: number; count: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom("receipt_leaves")
    .select("leaf")
    .where("in_day", "=", of.day)
    .where("position", ">=", of.from)
    .where("position", "<", of.from + of.count)
    .orderBy("position")
    .execute();
  return rows.map(({ leaf }) => leaf);
}

/** @returns false where another server was first. */
export async function insertDay(
  trx: Trx,
  row: NewRow<"receipt_days">,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("receipt_days")
    .values(row)
    .onConflict((conflict) => conflict.column("day").doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) > 0;
}

export async function selectDay(
  db: Db,
  day: string,
): Promise<DayRow | undefined> {
  return db
    .selectFrom("receipt_days")
    .selectAll()
    .where("day", "=", day)
    .executeTakeFirst();
}

/** Without what only a receipt asks for; the newest first. */
export async function selectDays(
  db: Db,
  limit: number | undefined,
): Promise<Omit<DayRow, "block_roots">[]> {
  const days = db
    .selectFrom("receipt_days")
    .select(["day", "leaf_count", "root", "kid", "signature", "made_at"])
    .orderBy("day", "desc");
  return (limit === undefined ? days : days.limit(limit)).execute();
}

/** The newest first. */
export async function selectKeys(db: Db): Promise<Row<"receipt_keys">[]> {
  return db
    .selectFrom("receipt_keys")
    .selectAll()
    .orderBy("used_since", "desc")
    .orderBy("kid")
    .execute();
}

export async function insertKey(
  db: Db,
  row: NewRow<"receipt_keys">,
): Promise<void> {
  await db
    .insertInto("receipt_keys")
    .values(row)
    .onConflict((conflict) => conflict.column("kid").doNothing())
    .execute();
}
