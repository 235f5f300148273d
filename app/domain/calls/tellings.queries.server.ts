import type { NewRow, Trx } from "#app/db/schema.ts";

export async function insertTelling(
  trx: Trx,
  row: NewRow<"call_tellings">,
): Promise<number> {
  const { id } = await trx
    .insertInto("call_tellings")
    .values(row)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** @returns what it said; undefined where somebody has told it already. */
export async function deleteTelling(trx: Trx, tellingId: number) {
  return trx
    .deleteFrom("call_tellings")
    .where("id", "=", tellingId)
    .returning([
      "call_id as callId",
      "kind",
      "by_id as byId",
      "to_id as toId",
      "at",
    ])
    .executeTakeFirst();
}
