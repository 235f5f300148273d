import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import { apartFromGroups } from "../accounts/groups.ts";
import type { Db, HeardSchema } from "#app/db/schema.ts";
import {
  isFurtherOfPerson,
  responsesListedFor,
} from "../responses/visible-responses.queries.server.ts";
import {
  hasAnyTag,
  standingPassagesOf,
  wasOpened,
  wholeTagsOf,
} from "../responses/what-was-done.queries.server.ts";
import type { QueueCondition, WhichPeople } from "./queue-conditions.ts";

type Eb = ExpressionBuilder<HeardSchema, "responses">;
type Condition = Expression<SqlBool>;
type Of<On extends QueueCondition["on"]> = Extract<QueueCondition, { on: On }>;

/** The answers of the present version, nothing selected. */
export function presentAnswers(eb: Eb) {
  return eb
    .selectFrom("answers")
    .select("answers.id")
    .whereRef("answers.response_id", "=", "responses.id")
    .whereRef("answers.version", "=", "responses.current_version")
    .where("answers.taken_back_at", "is", null);
}

/** As a whole or in a passage. */
export function isTagged(eb: Eb, tagIds: number[]): Condition {
  return eb("responses.id", "in", (inside) =>
    inside
      .selectFrom("response_tags")
      .select("response_tags.response_id")
      .where("response_tags.tag_id", "in", tagIds)
      .union(
        inside
          .selectFrom("passages")
          .select("passages.response_id")
          .where("passages.tag_id", "in", tagIds)
          .where("passages.taken_back_at", "is", null),
      ),
  );
}

export function hasThing(eb: Eb, { thing, questionIds }: Of<"has">): Condition {
  switch (thing) {
    case "file":
      return eb("responses.attachment_count", ">", eb.lit(0));
    case "note":
      return eb("responses.id", "in", (inside) =>
        inside.selectFrom("notes").select("notes.response_id"),
      );
    case "memo":
      return eb.exists(standingPassagesOf(eb).where("passages.memo", "<>", ""));
    case "passage":
      return eb.exists(standingPassagesOf(eb));
    case "tag":
      return hasAnyTag(eb);
    case "evidence":
      return questionIds.length === 0
        ? eb.lit(false)
        : eb.exists(
            presentAnswers(eb).where("answers.question_id", "in", questionIds),
          );
    case "file-without-text":
      return hasFileWithoutText(eb);
    case "reader":
      return wasOpened(eb);
    case "stock":
      return eb("responses.says_nothing", "=", eb.lit(1));
    case "earlier":
      return isFurtherOfPerson;
  }
}

function hasFileWithoutText(eb: Eb): Condition {
  return eb.exists(
    eb
      .selectFrom("attachments")
      .select("attachments.id")
      .whereRef("attachments.response_id", "=", "responses.id")
      .where("attachments.taken_back_at", "is", null)
      .where("attachments.extraction_state", "in", ["no-text", "failed"]),
  );
}

/** Given to a person or to a group. */
export function isWith(eb: Eb, who: WhichPeople): Condition {
  const withGroup = eb("responses.group_id", "is not", null);
  if (who === "nobody")
    return eb.and([
      isOfPeople(eb, "assignee_id", who),
      eb("responses.group_id", "is", null),
    ]);
  if (who === "anybody")
    return eb.or([isOfPeople(eb, "assignee_id", who), withGroup]);
  const { people, groupIds } = apartFromGroups(who);
  return eb.or([
    ...(people.length > 0 ? [isOfPeople(eb, "assignee_id", people)] : []),
    ...(groupIds.length > 0
      ? [eb.and([withGroup, eb("responses.group_id", "in", groupIds)])]
      : []),
  ]);
}

/** @param column of a person, never of a group. */
export function isOfPeople(
  eb: Eb,
  column: "assignee_id" | "claimed_by",
  who: WhichPeople,
): Condition {
  if (who === "nobody") return eb(`responses.${column}`, "is", null);
  if (who === "anybody") return eb(`responses.${column}`, "is not", null);
  // Said of nobody it is untrue, not unknown: what is not with somebody is with nobody, too.
  return eb.and([
    eb(`responses.${column}`, "is not", null),
    eb(`responses.${column}`, "in", who),
  ]);
}

/** A claim that ran out is none. */
export function isClaimed(eb: Eb, { who, at }: Of<"claimed">): Condition {
  const isLive = eb("responses.claim_expires_at", ">", at);
  if (who !== "nobody")
    return eb.and([isOfPeople(eb, "claimed_by", who), isLive]);
  const isOver = eb("responses.claim_expires_at", "<=", at);
  return eb.or([isOfPeople(eb, "claimed_by", who), isOver]);
}

/** Taking one to read it is no decision. */
export function isDecided(eb: Eb, who: WhichPeople): Condition {
  const decisions = eb
    .selectFrom("events")
    .select("events.id")
    .whereRef("events.subject_id", "=", "responses.id")
    .where("events.subject_kind", "=", "response")
    .where("events.type", "=", "response.state-changed")
    .where("events.actor_kind", "=", "staff")
    .where("events.details", "not like", '%"to":"in-triage"%');
  if (who === "nobody") return eb.not(eb.exists(decisions));
  if (who === "anybody") return eb.exists(decisions);
  return eb.exists(decisions.where("events.actor_id", "in", who));
}

export function isTaggedBy(eb: Eb, who: WhichPeople): Condition {
  if (who === "nobody") return eb.not(hasAnyTag(eb));
  if (who === "anybody") return hasAnyTag(eb);
  return eb.or([
    eb.exists(wholeTagsOf(eb).where("response_tags.tagged_by", "in", who)),
    eb.exists(standingPassagesOf(eb).where("passages.tagged_by", "in", who)),
  ]);
}

/** Given back by somebody as not for them. */
export function isSkipped(eb: Eb, who: WhichPeople): Condition {
  const skips = eb.selectFrom("skips").select("skips.response_id");
  const own = skips.whereRef("skips.response_id", "=", "responses.id");
  if (who === "nobody") return eb.not(eb.exists(own));
  if (who === "anybody") return eb.exists(own);
  return eb("responses.id", "in", skips.where("skips.staff_id", "in", who));
}

/** In the words of one that stands in a list itself: of what is frozen or held back nothing is told by its like. */
export function saysTheSame(db: Db, eb: Eb, reference: string): Condition {
  const same = responsesListedFor(db, { role: "reviewer" })
    .select("responses.words_key")
    .where("responses.reference", "=", reference);
  return eb.and([
    eb("responses.words_key", "is not", null),
    eb("responses.words_key", "=", same),
  ]);
}
