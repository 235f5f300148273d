import type { ExpressionBuilder } from "kysely";
import type { HeardSchema } from "#app/db/schema.ts";

type Eb = ExpressionBuilder<HeardSchema, "responses">;

/** Somebody of the team opened it. */
export function wasOpened(eb: Eb) {
  return eb.exists(
    eb
      .selectFrom("events")
      .select("events.id")
      .where("events.subject_kind", "=", "response")
      .whereRef("events.subject_id", "=", "responses.id")
      .where("events.type", "=", "response.read"),
  );
}

/** A tag is on it, as a whole or on a passage that stands. */
export function hasAnyTag(eb: Eb) {
  return eb.or([eb.exists(wholeTagsOf(eb)), eb.exists(standingPassagesOf(eb))]);
}

/** The tags on a response as a whole. */
export function wholeTagsOf(eb: Eb) {
  return eb
    .selectFrom("response_tags")
    .select("response_tags.tag_id")
    .whereRef("response_tags.response_id", "=", "responses.id");
}

/** The tagged passages of a response, nothing taken back. */
export function standingPassagesOf(eb: Eb) {
  return eb
    .selectFrom("passages")
    .select("passages.id")
    .whereRef("passages.response_id", "=", "responses.id")
    .where("passages.taken_back_at", "is", null);
}
