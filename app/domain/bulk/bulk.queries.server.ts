import { countOf } from "#app/db/counts.ts";
import type { Db, NewRow, Row, Trx } from "#app/db/schema.ts";
import type { BulkOutcome, BulkStanding, BulkUndone } from "./bulk.ts";

export async function insertAction(
  trx: Trx,
  row: NewRow<"bulk_actions">,
): Promise<number> {
  const { id } = await trx
    .insertInto("bulk_actions")
    .values(row)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Moves an action on, where it stands as it is thought to. */
export async function moveAction(
  trx: Trx,
  move: {
    actionId: number;
    from: BulkStanding[];
    set: Partial<
      Pick<
        Row<"bulk_actions">,
        "standing" | "started_at" | "ended_at" | "details"
      >
    >;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("bulk_actions")
    .set(move.set)
    .where("id", "=", move.actionId)
    .where("standing", "in", move.from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function actions(db: Db | Trx) {
  return db
    .selectFrom("bulk_actions")
    .innerJoin("staff", "staff.id", "bulk_actions.made_by")
    .selectAll("bulk_actions")
    .select("staff.name as madeByName");
}

export type ActionRow = Row<"bulk_actions"> & { madeByName: string };

export async function selectAction(
  db: Db | Trx,
  actionId: number,
): Promise<ActionRow | undefined> {
  return actions(db).where("bulk_actions.id", "=", actionId).executeTakeFirst();
}

/** Those that were begun, the newest first. */
export async function selectNewestActions(
  db: Db,
  limit: number,
): Promise<ActionRow[]> {
  return actions(db)
    .where("bulk_actions.started_at", "is not", null)
    .orderBy("bulk_actions.id", "desc")
    .limit(limit)
    .execute();
}

export async function insertItems(
  trx: Trx,
  rows: NewRow<"bulk_items">[],
): Promise<void> {
  if (rows.length > 0)
    await trx.insertInto("bulk_items").values(rows).execute();
}

export type BulkItem = Pick<
  Row<"bulk_items">,
  "response_id" | "row_version" | "assignee_id" | "group_id" | "before_it"
>;

const itemColumns = [
  "bulk_items.response_id",
  "bulk_items.row_version",
  "bulk_items.assignee_id",
  "bulk_items.group_id",
  "bulk_items.before_it",
] as const;

/** Those whose turn has not come. */
export async function selectNextItems(
  db: Db | Trx,
  actionId: number,
  limit: number,
): Promise<BulkItem[]> {
  return db
    .selectFrom("bulk_items")
    .select(itemColumns)
    .where("action_id", "=", actionId)
    .where("outcome", "is", null)
    .orderBy("response_id")
    .limit(limit)
    .execute();
}

/** Those that were done and are not looked at again yet. */
export async function selectNextToUndo(
  db: Db | Trx,
  actionId: number,
  { after, limit }: { after: number; limit: number },
): Promise<BulkItem[]> {
  return db
    .selectFrom("bulk_items")
    .select(itemColumns)
    .where("action_id", "=", actionId)
    .where("outcome", "=", "done")
    .where("undone", "is", null)
    .where("response_id", ">", after)
    .orderBy("response_id")
    .limit(limit)
    .execute();
}

export async function writeItem(
  trx: Trx,
  item: { actionId: number; responseId: number },
  set: {
    outcome?: BulkOutcome;
    before_it?: string;
    undone?: BulkUndone;
  },
): Promise<void> {
  await trx
    .updateTable("bulk_items")
    .set(set)
    .where("action_id", "=", item.actionId)
    .where("response_id", "=", item.responseId)
    .execute();
}

/** How many came to what; null for those whose turn has not come. */
export async function countItems(
  db: Db,
  actionId: number,
): Promise<
  { outcome: BulkOutcome | null; undone: BulkUndone | null; count: number }[]
> {
  const rows = await db
    .selectFrom("bulk_items")
    .select((eb) => ["outcome", "undone", eb.fn.countAll().as("count")])
    .where("action_id", "=", actionId)
    .groupBy(["outcome", "undone"])
    .execute();
  return rows.map((row) => ({ ...row, count: countOf(row) }));
}

/** How many are to go to whom, groups last. */
export async function countByPerson(
  db: Db,
  actionId: number,
): Promise<{ name: string; count: number }[]> {
  const people = await db
    .selectFrom("bulk_items")
    .innerJoin("staff", "staff.id", "bulk_items.assignee_id")
    .select((eb) => ["staff.name", eb.fn.countAll().as("count")])
    .where("action_id", "=", actionId)
    .groupBy(["staff.id", "staff.name"])
    .orderBy("staff.name")
    .execute();
  const groups = await db
    .selectFrom("bulk_items")
    .innerJoin("staff_groups", "staff_groups.id", "bulk_items.group_id")
    .select((eb) => ["staff_groups.name", eb.fn.countAll().as("count")])
    .where("action_id", "=", actionId)
    .groupBy(["staff_groups.id", "staff_groups.name"])
    .orderBy("staff_groups.name")
    .execute();
  return [...people, ...groups].map((row) => ({
    name: row.name,
    count: countOf(row),
  }));
}

/** Responses that were left as they are, or could not be put back. */
export async function selectLeftItems(
  db: Db,
  actionId: number,
  limit: number,
): Promise<
  {
    responseId: number;
    outcome: BulkOutcome | null;
    undone: BulkUndone | null;
  }[]
> {
  return db
    .selectFrom("bulk_items")
    .select(["response_id as responseId", "outcome", "undone"])
    .where("action_id", "=", actionId)
    .where((eb) =>
      eb.or([
        eb("outcome", "not in", ["done", "same"]),
        eb.and([eb("undone", "is not", null), eb("undone", "<>", "undone")]),
      ]),
    )
    .orderBy("response_id")
    .limit(limit)
    .execute();
}

/** Actions of one person that were previewed and not begun, and those of anybody from before a moment. */
export async function selectStaleActions(
  db: Db,
  of: { staffId: string; before: string },
): Promise<number[]> {
  const rows = await db
    .selectFrom("bulk_actions")
    .select("id")
    .where("standing", "in", ["gathering", "previewed"])
    .where((eb) =>
      eb.or([eb("made_by", "=", of.staffId), eb("made_at", "<", of.before)]),
    )
    .execute();
  return rows.map(({ id }) => id);
}

/** @returns how many were deleted. */
export async function deleteSomeItems(
  trx: Trx,
  actionId: number,
  limit: number,
): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom("bulk_items")
    .where("action_id", "=", actionId)
    .where("response_id", "in", (some) =>
      some
        .selectFrom("bulk_items")
        .select("response_id")
        .where("action_id", "=", actionId)
        .orderBy("response_id")
        .limit(limit),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}
