import { countOf } from "#app/db/counts.ts";
import type { Db, NewRow } from "#app/db/schema.ts";

type Owner = { responseId: number; staffId: string };

export async function selectKeptFields(db: Db, owner: Owner) {
  const row = await db
    .selectFrom("unsaved_work")
    .select("fields")
    .where("staff_id", "=", owner.staffId)
    .where("response_id", "=", owner.responseId)
    .executeTakeFirst();
  return row?.fields;
}

export async function upsertKeptFields(db: Db, row: NewRow<"unsaved_work">) {
  const { fields, kept_at } = row;
  await db
    .insertInto("unsaved_work")
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(["staff_id", "response_id"])
        .doUpdateSet({ fields, kept_at }),
    )
    .execute();
}

export async function deleteKeptFields(db: Db, owner: Owner) {
  await db
    .deleteFrom("unsaved_work")
    .where("staff_id", "=", owner.staffId)
    .where("response_id", "=", owner.responseId)
    .execute();
}

export async function deleteFieldsKeptBefore(
  db: Db,
  before: string,
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("unsaved_work")
    .where("kept_at", "<", before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export async function countFieldsKeptBy(
  db: Db,
  staffId: string,
): Promise<number> {
  const row = await db
    .selectFrom("unsaved_work")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("staff_id", "=", staffId)
    .executeTakeFirstOrThrow();
  return countOf(row);
}
