import type { NewRow, Trx } from "#app/db/schema.ts";

type ChangedColumns = Pick<
  Partial<NewRow<"responses">>,
  | "state"
  | "awaits_triage"
  | "assignee_id"
  | "safeguarding_flag"
  | "claimed_by"
  | "claim_expires_at"
  | "current_version"
  | "word_count"
  | "excerpt"
  | "attachment_count"
>;

/**
 * Writes a change and raises the version of a decision, where the response still
 * has the version it was made from; where none is named, whatever version it has.
 *
 * @returns the version it has then; undefined where the response has another.
 */
export async function updateResponse(
  trx: Trx,
  change: {
    responseId: number;
    rowVersion: number | undefined;
    columns: ChangedColumns;
    /** Others save their own state and assignee over it only when they have seen it. */
    isDecision: boolean;
  },
): Promise<number | undefined> {
  const update = trx
    .updateTable("responses")
    .set((eb) => ({
      ...change.columns,
      row_version: eb("row_version", "+", change.isDecision ? 1 : 0),
    }))
    .where("id", "=", change.responseId);
  const row = await (
    change.rowVersion === undefined
      ? update
      : update.where("row_version", "=", change.rowVersion)
  )
    .returning("row_version")
    .executeTakeFirst();
  return row?.row_version;
}

/** How many files came with a response is not what anybody saves: no version is raised. */
export async function addToAttachmentCount(
  trx: Trx,
  responseId: number,
): Promise<void> {
  await trx
    .updateTable("responses")
    .set((eb) => ({ attachment_count: eb("attachment_count", "+", 1) }))
    .where("id", "=", responseId)
    .execute();
}
