import type { Db, Row, Trx } from "#app/db/schema.ts";

type Version = { responseId: number; version: number };

/** Takes the answers of a version along to the next one, but for those of some questions, which stay behind. */
export async function carryAnswers(
  trx: Trx,
  { responseId, version, without }: Version & { without: string[] },
): Promise<void> {
  const carried = trx
    .updateTable("answers")
    .set({ version: version + 1 })
    .where("response_id", "=", responseId)
    .where("version", "=", version);
  await (
    without.length === 0
      ? carried
      : carried.where("question_id", "not in", without)
  ).execute();
}

/** Puts the answers of a version in the order of these questions. */
export async function placeAnswers(
  trx: Trx,
  { responseId, version, order }: Version & { order: string[] },
): Promise<void> {
  const rows = await trx
    .selectFrom("answers")
    .select(["id", "question_id", "position"])
    .where("response_id", "=", responseId)
    .where("version", "=", version)
    .execute();
  for (const { id, question_id, position } of rows) {
    const place = order.indexOf(question_id);
    if (place === position || place < 0) continue;
    await trx
      .updateTable("answers")
      .set({ position: place })
      .where("id", "=", id)
      .execute();
  }
}

/**
 * Closes every answer that was ever given to a question, the former ones too.
 *
 * @returns which they are.
 */
export async function closeAnswers(
  trx: Trx,
  of: { responseId: number; questionId: string; at: Date },
): Promise<number[]> {
  const rows = await trx
    .updateTable("answers")
    .set({ taken_back_at: of.at.toISOString() })
    .where("response_id", "=", of.responseId)
    .where("question_id", "=", of.questionId)
    .where("taken_back_at", "is", null)
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** What was taken back, for whoever said why they have to read it. */
export async function selectClosedAnswers(
  db: Db,
  responseId: number,
): Promise<Pick<Row<"answers">, "id" | "question_id" | "text">[]> {
  return db
    .selectFrom("answers")
    .select(["id", "question_id", "text"])
    .where("response_id", "=", responseId)
    .where("taken_back_at", "is not", null)
    .orderBy("id")
    .execute();
}

/** What does not stand any more, oldest first: changed, put aside or taken back. */
export async function selectEarlierAnswers(
  db: Db,
  response: Pick<Row<"responses">, "id" | "current_version">,
) {
  return db
    .selectFrom("answers")
    .select(["id", "question_id", "version", "value", "text", "taken_back_at"])
    .where("response_id", "=", response.id)
    .where("version", "<", response.current_version)
    .orderBy("version")
    .orderBy("position")
    .execute();
}
