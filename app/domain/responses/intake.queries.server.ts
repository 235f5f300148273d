import { countOf } from "#app/db/counts.ts";
import { besideIndex } from "#app/db/indexes.server.ts";
import { keepQuery, type Places } from "#app/db/kept-queries.server.ts";
import type { Db, NewRow, Row, Trx } from "#app/db/schema.ts";
import type { Answers } from "../calls/definition.ts";
import { readStoredAnswer } from "../calls/question-types/question-type.ts";
import type { FrozenAnswers } from "./frozen-answers.ts";

type ReceivedRow = Required<
  Pick<
    NewRow<"responses">,
    | "reference"
    | "call_id"
    | "definition_id"
    | "channel"
    | "import_id"
    | "source_key"
    | "language"
    | "received_at"
    | "recorded_at"
    | "attachment_count"
    | "word_count"
    | "excerpt"
    | "receipt_code_hash"
    | "safeguarding_flag"
  >
>;

const received = keepQuery((db, row: Places<ReceivedRow>) =>
  db
    .insertInto("responses")
    .values({
      reference: row.reference,
      call_id: row.call_id,
      definition_id: row.definition_id,
      channel: row.channel,
      import_id: row.import_id,
      source_key: row.source_key,
      language: row.language,
      received_at: row.received_at,
      recorded_at: row.recorded_at,
      attachment_count: row.attachment_count,
      word_count: row.word_count,
      excerpt: row.excerpt,
      receipt_code_hash: row.receipt_code_hash,
      safeguarding_flag: row.safeguarding_flag,
    })
    .onConflict((conflict) => conflict.column("reference").doNothing())
    .returning("id"),
);

/** @returns undefined where the reference is taken. */
export async function insertResponse(
  trx: Trx,
  row: ReceivedRow,
): Promise<{ id: number } | undefined> {
  const [inserted] = await received(trx, row);
  return inserted;
}

/** @param version that they stand in. */
export async function insertAnswers(
  trx: Trx,
  responseId: number,
  answers: FrozenAnswers["answers"],
  version = 1,
) {
  if (answers.length === 0) return;
  await trx
    .insertInto("answers")
    .values(
      answers.map((answer) => ({
        response_id: responseId,
        version,
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

const responseById = keepQuery((db, of: Places<{ responseId: number }>) =>
  db.selectFrom("responses").selectAll().where("id", "=", of.responseId),
);

/** The whole row, for what is not staff's reading: the sender's own copy, the index. */
export async function selectResponseById(
  db: Db,
  responseId: number,
): Promise<Row<"responses"> | undefined> {
  const [response] = await responseById(db, { responseId });
  return response;
}

/** For whoever brings its receipt code. */
export async function selectResponseByReference(
  db: Db,
  reference: string,
): Promise<Row<"responses"> | undefined> {
  return db
    .selectFrom("responses")
    .selectAll()
    .where("reference", "=", reference)
    .executeTakeFirst();
}

type CurrentVersion = Pick<Row<"responses">, "id" | "current_version">;

const currentAnswers = keepQuery((db, response: Places<CurrentVersion>) =>
  db
    .selectFrom("answers")
    .select(["id", "question_id", "position", "text"])
    .where("response_id", "=", response.id)
    .where("version", "=", response.current_version)
    .orderBy("position"),
);

/** The answers of a response's current version, in the order of the form. */
export async function selectAnswers(db: Db, response: CurrentVersion) {
  return currentAnswers(db, response);
}

/** Of a version, the answers that stand in it; where none is named, in the one that stands at this very moment. */
type OfVersion = Pick<Row<"responses">, "id"> &
  Partial<Pick<Row<"responses">, "current_version">>;

/** A version read a moment ago may have been followed by another since: asked in one statement, no answer is missed. */
const versionOf = (db: Db, { id, current_version: version }: OfVersion) =>
  version === undefined
    ? db.selectFrom("responses").select("current_version").where("id", "=", id)
    : version;

/** The same of the version that stands at this very moment. */
export async function selectAnswersNow(db: Db, id: number) {
  return db
    .selectFrom("answers")
    .select(["question_id", "text"])
    .where("response_id", "=", id)
    .where("version", "=", versionOf(db, { id }))
    .orderBy("position")
    .execute();
}

/** The answers as they were given; the identifying ones are not among them. */
export async function selectAnswerValues(
  db: Db,
  response: OfVersion,
): Promise<Answers> {
  const rows = await db
    .selectFrom("answers")
    .select(["question_id", "value"])
    .where("response_id", "=", response.id)
    .where("version", "=", versionOf(db, response))
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

/** When responses of a call came and by when they are due, after one of them by id. */
export async function selectArrivalsOfCall(
  db: Db,
  of: { callId: number; after: number; limit: number },
): Promise<{ id: number; receivedAt: string; dueOn: string }[]> {
  return db
    .selectFrom("responses")
    .select(["id", "received_at as receivedAt", "due_on as dueOn"])
    .where("id", ">", of.after)
    .where(besideIndex(db, "call_id"), "=", of.callId)
    .orderBy("id")
    .limit(of.limit)
    .execute();
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
