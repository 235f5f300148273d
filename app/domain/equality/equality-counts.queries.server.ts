import { sql } from "kysely";
import type { Db, Trx } from "#app/db/schema.ts";
import type { TakenChoice } from "../calls/equality.ts";

/** Before the first answer of a call, so that the order of rows is that of its form. */
export async function insertMissingCounts(
  trx: Trx,
  of: { callId: number; choices: TakenChoice[] },
): Promise<void> {
  const rows = of.choices.map(({ questionId, value }) => ({
    ...{ call_id: of.callId, question_id: questionId, value, count: 0 },
  }));
  await trx
    .insertInto("equality_counts")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Writes every row of the call, also those that stay as they are: where
 * PostgreSQL puts what was written last would say which choices the last
 * person took.
 */
export async function addToCounts(
  trx: Trx,
  of: { callId: number; taken: TakenChoice[] },
): Promise<void> {
  // Never empty: that is no list to PostgreSQL.
  const keys = ["", ...of.taken.map(keyOf)];
  const isTaken = sql`question_id || ':' || value in (${sql.join(keys)})`;
  await trx
    .updateTable("equality_counts")
    .set({ count: sql`count + case when ${isTaken} then 1 else 0 end` })
    .where("call_id", "=", of.callId)
    .execute();
}

/** No id has a colon in it. */
function keyOf({ questionId, value }: TakenChoice): string {
  return `${questionId}:${value}`;
}

export async function selectCounts(db: Db, callId: number) {
  return db
    .selectFrom("equality_counts")
    .select(["question_id as questionId", "value", "count"])
    .where("call_id", "=", callId)
    .execute();
}
