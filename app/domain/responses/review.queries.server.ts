import type { Db, Row } from "#app/db/schema.ts";

export async function selectResponseById(db: Db, responseId: number) {
  return db
    .selectFrom("responses")
    .selectAll()
    .where("id", "=", responseId)
    .executeTakeFirstOrThrow();
}

/** A response with its call and the names of who has it; nothing of who sent it. */
export async function selectResponseForReview(db: Db, reference: string) {
  return db
    .selectFrom("responses")
    .innerJoin("calls", "calls.id", "responses.call_id")
    .leftJoin("staff as assignee", "assignee.id", "responses.assignee_id")
    .leftJoin("staff as claimant", "claimant.id", "responses.claimed_by")
    .selectAll("responses")
    .select([
      "calls.slug as call_slug",
      "calls.state as call_state",
      "assignee.name as assignee_name",
      "claimant.name as claimant_name",
    ])
    .where("responses.reference", "=", reference)
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
