import type { Db, NewRow, Trx } from "#app/db/schema.ts";

/** Of one call; undefined where nobody asked that it be opened. */
export async function selectOpeningProposal(db: Db, callId: number) {
  return db
    .selectFrom("opening_proposals")
    .selectAll()
    .where("call_id", "=", callId)
    .executeTakeFirst();
}

export async function insertOpeningProposal(
  trx: Trx,
  row: NewRow<"opening_proposals">,
): Promise<void> {
  await trx.insertInto("opening_proposals").values(row).execute();
}

export async function returnOpeningProposal(
  trx: Trx,
  callId: number,
  said: { returned_by_id: string; returned_at: string; returned_note: string },
): Promise<void> {
  await trx
    .updateTable("opening_proposals")
    .set(said)
    .where("call_id", "=", callId)
    .execute();
}

/** Deletes it. @returns whose it was, and whether it was sent back. */
export async function takeOpeningProposal(trx: Trx, callId: number) {
  return trx
    .deleteFrom("opening_proposals")
    .where("call_id", "=", callId)
    .returning(["proposed_by_id", "returned_by_id"])
    .executeTakeFirst();
}
