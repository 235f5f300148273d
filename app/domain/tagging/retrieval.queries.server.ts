import { type ExpressionBuilder, sql } from "kysely";
import { containsText } from "#app/db/contains.server.ts";
import { countOf } from "#app/db/counts.ts";
import type { Db, HeardSchema } from "#app/db/schema.ts";
import { responsesListedFor } from "../responses/visible-responses.queries.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import { quotableValues } from "../calls/consent.ts";
import type { FormMeanings } from "./form-meanings.server.ts";
import { isReadWhole } from "./read-whole.queries.server.ts";
import { weekAfter } from "../text/weeks.ts";
import type { ReaderFilter, ReaderKey } from "./retrieval.ts";

export type ReaderConditions = Pick<
  ReaderFilter,
  | "speaker"
  | "consent"
  | "questionId"
  | "staffId"
  | "words"
  | "withTagId"
  | "week"
> & {
  viewer: Pick<Viewer, "role">;
  tagIds: number[];
  callId: number | undefined;
  meanings: Pick<FormMeanings, "speaker" | "consent">;
  /** Only what was tagged before then, and was not looked at again since. */
  notSeenSince?: string | undefined;
};

/** Whole responses and passages that are tagged with one of these, in one shape. */
function taggings(db: Db, tagIds: number[]) {
  return db
    .selectFrom("response_tags")
    .select([
      "response_id",
      sql<number>`0`.as("kind"),
      "tag_id as item_id",
      "tag_id",
      "tagged_by",
      "tagged_at",
      sql<string>`''`.as("public_id"),
      sql<number | null>`cast(null as integer)`.as("answer_id"),
      sql<number | null>`cast(null as integer)`.as("attachment_id"),
      sql<string>`''`.as("quote"),
      sql<string>`''`.as("memo"),
    ])
    .where("tag_id", "in", tagIds)
    .unionAll(
      db
        .selectFrom("passages")
        .select([
          "response_id",
          sql<number>`1`.as("kind"),
          "id as item_id",
          "tag_id",
          "tagged_by",
          "tagged_at",
          "public_id",
          "answer_id",
          "attachment_id",
          "quote",
          "memo",
        ])
        .where("tag_id", "in", tagIds)
        .where("taken_back_at", "is", null),
    );
}

/** What is tagged under a filter; of what its sender took back nothing is read any more. */
function filteredTaggings(db: Db, conditions: ReaderConditions) {
  const { viewer, tagIds, callId, staffId, words } = conditions;
  const { speaker, consent, questionId, meanings } = conditions;
  let query = responsesListedFor(db, viewer)
    .innerJoin(
      taggings(db, tagIds).as("items"),
      "items.response_id",
      "responses.id",
    )
    .where("responses.state", "<>", "withdrawn");
  if (callId !== undefined)
    query = query.where("responses.call_id", "=", callId);
  if (staffId !== undefined)
    query = query.where("items.tagged_by", "=", staffId);
  for (const word of words.split(/\s+/).filter((one) => one !== ""))
    query = query.where((eb) =>
      eb.or([
        eb.and([containsText(db, "items.quote", word), isReadWhole(viewer)]),
        containsText(db, "items.memo", word),
      ]),
    );
  const { notSeenSince, withTagId, week } = conditions;
  if (withTagId !== undefined) query = query.where(hasTagToo(withTagId));
  if (week !== undefined)
    query = query
      .where("responses.received_at", ">=", week)
      .where("responses.received_at", "<", weekAfter(week));
  if (notSeenSince !== undefined) query = query.where(isUnseen(notSeenSince));
  if (questionId !== undefined) query = query.where(isUnder(questionId));
  if (speaker !== undefined)
    query = query.where((eb) => hasAnswered(eb, meanings.speaker, [speaker]));
  if (consent !== undefined)
    query = query.where((eb) => consentIs(eb, conditions));
  return query;
}

function hasTagToo(tagId: number) {
  return sql<boolean>`(
    exists (select 1 from response_tags as others
      where others.response_id = items.response_id and others.tag_id = ${tagId})
    or exists (select 1 from passages as others
      where others.response_id = items.response_id and others.tag_id = ${tagId}
        and others.taken_back_at is null))`;
}

/** Whether something was tagged before a moment, and nobody looked at it again since. */
function isUnseen(since: string) {
  return sql<boolean>`(items.tagged_at < ${since} and not exists (
    select 1 from codebook_rechecks
    where codebook_rechecks.tag_id = items.tag_id
      and codebook_rechecks.response_id = items.response_id
      and codebook_rechecks.passage = items.public_id
      and codebook_rechecks.checked_at >= ${since}))`;
}

/** Whether a passage stands in an answer to this question, or in a file that was sent for it. */
function isUnder(questionId: string) {
  return sql<boolean>`(
    exists (select 1 from answers
      where answers.id = items.answer_id and answers.question_id = ${questionId})
    or exists (select 1 from attachments
      where attachments.id = items.attachment_id
        and attachments.question_id = ${questionId}))`;
}

type Responses = ExpressionBuilder<HeardSchema, "responses">;

/** Whether a response's form has such a question and one of these values for its answer. */
function hasAnswered(
  eb: Responses,
  asked: FormMeanings["speaker"],
  values: readonly string[],
) {
  const questionIds = [...new Set(asked.map(({ questionId }) => questionId))];
  return eb.or(
    questionIds.map((questionId) =>
      eb.and([
        isOnForm(eb, asked, questionId),
        eb.exists(
          eb
            .selectFrom("answers as told")
            .select("told.id")
            .whereRef("told.response_id", "=", "responses.id")
            .whereRef("told.version", "=", "responses.current_version")
            .where("told.taken_back_at", "is", null)
            .where("told.question_id", "=", questionId)
            .where(
              "told.value",
              "in",
              values.map((value) => JSON.stringify(value)),
            ),
        ),
      ]),
    ),
  );
}

function isOnForm(
  eb: Responses,
  asked: FormMeanings["speaker"],
  questionId?: string,
) {
  const forms = asked
    .filter((one) => (questionId ?? one.questionId) === one.questionId)
    .map(({ definitionId }) => definitionId);
  if (forms.length === 0) return eb.lit(false);
  return eb("responses.definition_id", "in", forms);
}

function consentIs(eb: Responses, { consent, meanings }: ReaderConditions) {
  const isAsked = isOnForm(eb, meanings.consent);
  if (consent === "not-asked") return eb.not(isAsked);
  const hasAgreed = hasAnswered(eb, meanings.consent, quotableValues);
  return consent === "yes" ? hasAgreed : eb.and([isAsked, eb.not(hasAgreed)]);
}

export type ReaderPart = {
  after?: ReaderKey | undefined;
  before?: ReaderKey | undefined;
  limit: number;
};

/** The places of what is tagged, in the order of the list; before a place, the nearest first. */
export async function selectTaggingKeys(
  db: Db,
  conditions: ReaderConditions,
  { after, before, limit }: ReaderPart,
): Promise<(ReaderKey & { tagId: number })[]> {
  const direction = before ? "desc" : "asc";
  const within = { after, before };
  const rows = await withinPlaces(filteredTaggings(db, conditions), within)
    .select(["items.response_id", "items.kind", "items.item_id"])
    .select("items.tag_id")
    .orderBy("items.response_id", direction)
    .orderBy("items.kind", direction)
    .orderBy("items.item_id", direction)
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    responseId: row.response_id,
    kind: row.kind === 0 ? 0 : 1,
    itemId: row.item_id,
    tagId: row.tag_id,
  }));
}

function withinPlaces(
  query: ReturnType<typeof filteredTaggings>,
  { after, before }: Omit<ReaderPart, "limit">,
) {
  const tuple = sql`(items.response_id, items.kind, items.item_id)`;
  const placed = ({ responseId, kind, itemId }: ReaderKey) =>
    sql`(${responseId}, ${kind}, ${itemId})`;
  return query
    .$if(after !== undefined, (one) =>
      one.where(sql<boolean>`${tuple} > ${placed(after!)}`),
    )
    .$if(before !== undefined, (one) =>
      one.where(sql<boolean>`${tuple} < ${placed(before!)}`),
    );
}

/** How many passages, whole responses and different responses a filter leaves; before a place, where one is given. */
export async function countTaggings(
  db: Db,
  conditions: ReaderConditions,
  before?: ReaderKey,
): Promise<{ passages: number; wholes: number; responses: number }> {
  const row = await withinPlaces(filteredTaggings(db, conditions), { before })
    .select((eb) => [
      eb.fn.countAll().as("count"),
      eb.fn.count("items.response_id").distinct().as("responses"),
      eb.fn.sum<number | string | null>("items.kind").as("passages"),
    ])
    .executeTakeFirstOrThrow();
  const passages = Number(row.passages ?? 0);
  const responses = Number(row.responses);
  return { passages, wholes: countOf(row) - passages, responses };
}
