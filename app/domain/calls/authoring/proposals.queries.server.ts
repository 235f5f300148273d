import type { Db, Trx } from "#app/db/schema.ts";
import type { JsonText } from "#app/db/tables/column-types.ts";

/** What was asked and answered of a call's working copy; undefined where nothing is changed. */
export async function selectProposal(db: Db, callId: number) {
  return db
    .selectFrom("definition_drafts")
    .select([
      "id",
      "row_version",
      "proposed_by_id",
      "proposed_at",
      "proposed_version",
      "asks_again",
      "approved_by_id",
      "approved_at",
      "publish_at",
      "returned_by_id",
      "returned_at",
      "returned_note",
    ])
    .where("call_id", "=", callId)
    .executeTakeFirst();
}

type ProposalColumns = {
  proposed_by_id: string | null;
  proposed_at: string | null;
  proposed_version: number | null;
  asks_again: JsonText | null;
  approved_by_id: string | null;
  approved_at: string | null;
  publish_at: string | null;
  returned_by_id: string | null;
  returned_at: string | null;
  returned_note: string | null;
  returned_to_id: string | null;
};

export async function updateProposal(
  trx: Trx,
  draftId: number,
  set: Partial<ProposalColumns>,
): Promise<void> {
  await trx
    .updateTable("definition_drafts")
    .set(set)
    .where("id", "=", draftId)
    .execute();
}
