import { countOf } from "#app/db/counts.ts";
import type { Db, NewRow, Trx } from "#app/db/schema.ts";
import type { ListedView } from "./views.ts";

/** Those that somebody may use: their own, and what is shared; by name. */
export async function selectViewRows(
  db: Db | Trx,
  staffId: string,
): Promise<ListedView[]> {
  const rows = await db
    .selectFrom("saved_views")
    .innerJoin("staff", "staff.id", "saved_views.owner_id")
    .select([
      "saved_views.id as viewId",
      "saved_views.name",
      "saved_views.name_key as nameKey",
      "saved_views.q",
      "saved_views.sort",
      "saved_views.is_shared",
      "saved_views.owner_id as ownerId",
      "staff.name as ownerName",
      "saved_views.row_version as rowVersion",
    ])
    .where((eb) =>
      eb.or([
        eb("saved_views.owner_id", "=", staffId),
        eb("saved_views.is_shared", "=", 1),
      ]),
    )
    .orderBy("saved_views.name_key")
    .orderBy("saved_views.id")
    .execute();
  return rows.map(({ is_shared, sort, ...view }) => ({
    ...view,
    isShared: is_shared === 1,
    sort: sort ?? undefined,
  }));
}

export async function countViewsOf(
  db: Db | Trx,
  staffId: string,
): Promise<number> {
  const row = await db
    .selectFrom("saved_views")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("owner_id", "=", staffId)
    .executeTakeFirstOrThrow();
  return countOf(row);
}

export async function insertView(
  trx: Trx,
  row: NewRow<"saved_views">,
): Promise<number> {
  const { id } = await trx
    .insertInto("saved_views")
    .values(row)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

type ViewWords = Pick<
  NewRow<"saved_views">,
  "name" | "name_key" | "q" | "sort" | "is_shared" | "changed_at"
>;

/** @returns whether it was as it had been seen. */
export async function updateView(
  trx: Trx,
  view: { viewId: number; rowVersion: number },
  words: ViewWords,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("saved_views")
    .set({ ...words, row_version: view.rowVersion + 1 })
    .where("id", "=", view.viewId)
    .where("row_version", "=", view.rowVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function deleteViewRow(trx: Trx, viewId: number): Promise<void> {
  await trx.deleteFrom("saved_views").where("id", "=", viewId).execute();
}
