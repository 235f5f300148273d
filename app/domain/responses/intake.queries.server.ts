import type { NewRow, Trx } from "#app/db/schema.ts";
import type { FrozenAnswers } from "./frozen-answers.ts";

/** @returns undefined where the reference is taken. */
export async function insertResponse(
  trx: Trx,
  row: NewRow<"responses">,
): Promise<{ id: number } | undefined> {
  return trx
    .insertInto("responses")
    .values(row)
    .onConflict((conflict) => conflict.column("reference").doNothing())
    .returning("id")
    .executeTakeFirst();
}

export async function insertAnswers(
  trx: Trx,
  responseId: number,
  answers: FrozenAnswers["answers"],
) {
  if (answers.length === 0) return;
  await trx
    .insertInto("answers")
    .values(
      answers.map((answer) => ({
        response_id: responseId,
        version: 1,
        question_id: answer.questionId,
        position: answer.position,
        value: JSON.stringify(answer.value),
        text: answer.text,
      })),
    )
    .execute();
}

export async function setAttachmentCount(
  trx: Trx,
  responseId: number,
  attachmentCount: number,
) {
  await trx
    .updateTable("responses")
    .set({ attachment_count: attachmentCount })
    .where("id", "=", responseId)
    .execute();
}

export async function selectReference(
  trx: Trx,
  responseId: number,
): Promise<string> {
  const { reference } = await trx
    .selectFrom("responses")
    .select("reference")
    .where("id", "=", responseId)
    .executeTakeFirstOrThrow();
  return reference;
}
