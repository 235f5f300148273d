import { sql } from "kysely";
import type { Db } from "#app/db/schema.ts";
import { responsesListedFor } from "../responses/visible-responses.queries.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import { withTagTree } from "./tag-tree.queries.server.ts";

type Looker = Pick<Viewer, "role">;

export type TagCell = { tagId: number; column: string; responses: number };

/** Which responses are tagged with a tag or a part of it. */
function tree(db: Db) {
  return withTagTree(db).with("items", (cte) =>
    cte
      .selectFrom("passages")
      .select(["tag_id", "response_id", "answer_id"])
      .where("taken_back_at", "is", null)
      .unionAll(
        cte
          .selectFrom("response_tags")
          .select([
            "tag_id",
            "response_id",
            sql<number | null>`cast(null as integer)`.as("answer_id"),
          ]),
      ),
  );
}

function present(db: Db, viewer: Looker) {
  return responsesListedFor(db, viewer).where(
    "responses.state",
    "<>",
    "withdrawn",
  );
}

function answersTo(db: Db, viewer: Looker, questionIds: string[]) {
  return present(db, viewer)
    .innerJoin("answers", (join) =>
      join
        .onRef("answers.response_id", "=", "responses.id")
        .onRef("answers.version", "=", "responses.current_version"),
    )
    .select(["responses.id", "answers.value", "answers.question_id"])
    .where("answers.question_id", "in", questionIds)
    .where("answers.taken_back_at", "is", null);
}

const distinct = sql<number>`count(distinct items.response_id)`;

/** Responses by tag and by what is answered to one of these questions, as it is stored. */
export async function countTagsByAnswer(
  db: Db,
  viewer: Looker,
  questionIds: string[],
): Promise<TagCell[]> {
  if (questionIds.length === 0) return [];
  const rows = await tree(db)
    .selectFrom("tree")
    .innerJoin("items", "items.tag_id", "tree.tag_id")
    .innerJoin(
      answersTo(db, viewer, questionIds).as("told"),
      "told.id",
      "items.response_id",
    )
    .select(["tree.top_id as tagId", "told.value as column"])
    .select(distinct.as("responses"))
    .groupBy(["tree.top_id", "told.value"])
    .execute();
  return rows.map(toCell);
}

/** How many responses answer one of these questions in each way. */
export async function countByAnswer(
  db: Db,
  viewer: Looker,
  questionIds: string[],
): Promise<Map<string, number>> {
  if (questionIds.length === 0) return new Map();
  const rows = await db
    .selectFrom(answersTo(db, viewer, questionIds).as("told"))
    .select("told.value as column")
    .select(sql<number>`count(distinct told.id)`.as("responses"))
    .groupBy("told.value")
    .execute();
  return new Map(rows.map((row) => [row.column, Number(row.responses)]));
}

/** Responses by tag and by the question whose answer has the passage. */
export async function countTagsByQuestion(
  db: Db,
  viewer: Looker,
): Promise<TagCell[]> {
  const rows = await tree(db)
    .selectFrom("tree")
    .innerJoin("items", "items.tag_id", "tree.tag_id")
    .innerJoin("answers", "answers.id", "items.answer_id")
    .select(["tree.top_id as tagId", "answers.question_id as column"])
    .select(distinct.as("responses"))
    .innerJoin(
      present(db, viewer).select("responses.id").as("seen"),
      "seen.id",
      "items.response_id",
    )
    .groupBy(["tree.top_id", "answers.question_id"])
    .execute();
  return rows.map(toCell);
}

/** How many responses answer each question at all. */
export async function countByQuestion(
  db: Db,
  viewer: Looker,
): Promise<Map<string, number>> {
  const rows = await present(db, viewer)
    .innerJoin("answers", (join) =>
      join
        .onRef("answers.response_id", "=", "responses.id")
        .onRef("answers.version", "=", "responses.current_version"),
    )
    .select("answers.question_id as column")
    // In each version a question has one answer at most.
    .select((eb) => eb.fn.countAll<number>().as("responses"))
    .where("answers.taken_back_at", "is", null)
    .groupBy("answers.question_id")
    .execute();
  return new Map(rows.map((row) => [row.column, Number(row.responses)]));
}

const day = sql<string>`substr(responses.received_at, 1, 10)`;

/** Responses by tag and by the day on which they came in (UTC). */
export async function countTagsByDay(
  db: Db,
  viewer: Looker,
): Promise<TagCell[]> {
  const days = present(db, viewer).select(["responses.id", day.as("day")]);
  const rows = await tree(db)
    .selectFrom("tree")
    .innerJoin("items", "items.tag_id", "tree.tag_id")
    .innerJoin(days.as("days"), "days.id", "items.response_id")
    .select(["tree.top_id as tagId", "days.day as column"])
    .select(distinct.as("responses"))
    .groupBy(["tree.top_id", "days.day"])
    .execute();
  return rows.map(toCell);
}

/** How many responses came in on each day. */
export async function countByDay(
  db: Db,
  viewer: Looker,
): Promise<Map<string, number>> {
  const rows = await present(db, viewer)
    .select(day.as("column"))
    .select((eb) => eb.fn.countAll<number>().as("responses"))
    .groupBy(day)
    .execute();
  return new Map(rows.map((row) => [row.column, Number(row.responses)]));
}

const overlaps = sql<number>`count(distinct case
  when one.kind = 1 and other.kind = 1
    and (one.answer_id = other.answer_id
      or one.attachment_id = other.attachment_id)
    and one.start_offset < other.end_offset
    and other.start_offset < one.end_offset
  then one.id end)`;

/** Passages with their places, and whole responses without, in one shape. */
function placedItems(db: Db) {
  const nowhere = sql<number | null>`cast(null as integer)`;
  return db
    .selectFrom("passages")
    .select([
      sql<number>`1`.as("kind"),
      ...(["id", "tag_id", "response_id", "answer_id"] as const),
      ...(["attachment_id", "start_offset", "end_offset"] as const),
    ])
    .where("taken_back_at", "is", null)
    .unionAll(
      db
        .selectFrom("response_tags")
        .select([
          sql<number>`0`.as("kind"),
          sql<number>`0`.as("id"),
          "tag_id",
          "response_id",
          nowhere.as("answer_id"),
          nowhere.as("attachment_id"),
          sql<number>`0`.as("start_offset"),
          sql<number>`0`.as("end_offset"),
        ]),
    );
}

/** Two tags that stand on the same responses, the most often first; and how many of their passages overlap. */
export async function selectTagPairs(db: Db, viewer: Looker, limit: number) {
  const rows = await db
    .with("items", () => placedItems(db))
    .selectFrom("items as one")
    .innerJoin("items as other", "other.response_id", "one.response_id")
    .whereRef("one.tag_id", "<", "other.tag_id")
    .where("one.response_id", "in", present(db, viewer).select("responses.id"))
    .select(["one.tag_id as oneId", "other.tag_id as otherId"])
    .select(sql<number>`count(distinct one.response_id)`.as("responses"))
    .select(overlaps.as("overlaps"))
    .groupBy(["one.tag_id", "other.tag_id"])
    .orderBy("responses", "desc")
    .orderBy("one.tag_id")
    .orderBy("other.tag_id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...row,
    responses: Number(row.responses),
    overlaps: Number(row.overlaps),
  }));
}

function toCell(row: TagCell): TagCell {
  return { ...row, responses: Number(row.responses) };
}
