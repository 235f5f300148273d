import { countOf } from "#app/db/counts.ts";
import type { Db, NewRow, Row, Trx } from "#app/db/schema.ts";
import type { Answers } from "../calls/definition.ts";
import { readStoredAnswer } from "../calls/question-types/question-type.ts";
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

/** The whole row, for what is not staff's reading: the sender's own copy, the index. */
export async function selectResponseById(
  db: Db,
  responseId: number,
): Promise<Row<"responses"> | undefined> {
  return db
    .selectFrom("responses")
    .selectAll()
    .where("id", "=", responseId)
    .executeTakeFirst();
}

/** The answers of a response's current version, in the order of the form. */
export async function selectAnswers(
  db: Db,
  response: Pick<Row<"responses">, "id" | "current_version">,
) {
  return db
    .selectFrom("answers")
    .select(["id", "question_id", "text"])
    .where("response_id", "=", response.id)
    .where("version", "=", response.current_version)
    .orderBy("position")
    .execute();
}

/** The answers as they were given; the identifying ones are not among them. */
export async function selectAnswerValues(
  db: Db,
  response: Pick<Row<"responses">, "id" | "current_version">,
): Promise<Answers> {
  const rows = await db
    .selectFrom("answers")
    .select(["question_id", "value"])
    .where("response_id", "=", response.id)
    .where("version", "=", response.current_version)
    .execute();
  return Object.fromEntries(
    rows.map((row) => [row.question_id, readStoredAnswer(row.value)]),
  );
}

/** The reference under which something of another channel came in before, by that channel's own number. */
export async function selectResponseBySourceKey(
  db: Db,
  of: { callId: number; sourceKey: string },
): Promise<{ reference: string; importId: number | null } | undefined> {
  return db
    .selectFrom("responses")
    .select(["reference", "import_id as importId"])
    .where("call_id", "=", of.callId)
    .where("source_key", "=", of.sourceKey)
    .executeTakeFirst();
}

/** The oldest of what an import brought in. */
export async function selectIdsOfImport(
  db: Db,
  of: { importId: number; limit: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom("responses")
    .select("id")
    .where("import_id", "=", of.importId)
    .orderBy("id")
    .limit(of.limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Those to which a member of staff has done more than read them. */
export async function countWithStaffEvents(
  db: Db,
  importId: number,
): Promise<number> {
  const row = await db
    .selectFrom("responses")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("responses.import_id", "=", importId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("events")
          .select("events.id")
          .whereRef("events.subject_id", "=", "responses.id")
          .where("events.subject_kind", "=", "response")
          .where("events.actor_kind", "=", "staff")
          .where("events.type", "not in", [
            "response.read",
            "response.received",
          ]),
      ),
    )
    .executeTakeFirstOrThrow();
  return countOf(row);
}

/** With their answers, and with all that others have written about them. */
export async function deleteResponses(trx: Trx, ids: number[]): Promise<void> {
  await trx.deleteFrom("responses").where("id", "in", ids).execute();
}
