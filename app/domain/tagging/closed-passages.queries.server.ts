import { countOf } from "#app/db/counts.ts";
import type { Db, Trx } from "#app/db/schema.ts";

export async function closePassagesIn(
  trx: Trx,
  of: { responseId: number; source: TextIds; at: Date },
): Promise<void> {
  const { answerIds, attachmentIds } = of.source;
  await trx
    .updateTable("passages")
    .set({ taken_back_at: of.at.toISOString(), quote: "" })
    .where("response_id", "=", of.responseId)
    .where("taken_back_at", "is", null)
    .where((eb) =>
      eb.or([
        ...(answerIds.length > 0 ? [eb("answer_id", "in", answerIds)] : []),
        ...(attachmentIds.length > 0
          ? [eb("attachment_id", "in", attachmentIds)]
          : []),
      ]),
    )
    .execute();
}

/** The texts that passages stand in. */
export type TextIds = { answerIds: number[]; attachmentIds: number[] };

/** How many stood in what was taken back. */
export async function countClosedPassages(
  db: Db,
  responseId: number,
): Promise<number> {
  const row = await db
    .selectFrom("passages")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("response_id", "=", responseId)
    .where("taken_back_at", "is not", null)
    .executeTakeFirstOrThrow();
  return countOf(row);
}
