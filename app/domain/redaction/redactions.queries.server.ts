import type { Expression, ExpressionBuilder } from "kysely";
import type { Db, HeardSchema, NewRow, Trx } from "#app/db/schema.ts";
import { responsesListedFor } from "../responses/visible-responses.queries.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import type { RedactionState } from "./redactions.ts";

/** Every redaction of a response, of files too, also in words that stand no more, in the order of the proposals. */
export async function selectRedactionRows(db: Db, responseId: number) {
  return db
    .selectFrom("redactions")
    .innerJoin("staff as proposer", "proposer.id", "redactions.proposed_by")
    .leftJoin("staff as decider", "decider.id", "redactions.decided_by")
    .select([
      "redactions.id",
      "redactions.public_id as publicId",
      "redactions.answer_id as answerId",
      "redactions.attachment_id as attachmentId",
      "redactions.start_offset as startOffset",
      "redactions.end_offset as endOffset",
      "redactions.reason",
      "redactions.state",
      "redactions.proposed_by as proposedById",
      "proposer.name as proposedBy",
      "redactions.proposed_at as proposedAt",
      "decider.name as decidedBy",
      "redactions.decided_at as decidedAt",
    ])
    .where("redactions.response_id", "=", responseId)
    .orderBy("redactions.id")
    .execute();
}

/** What waits or is approved in the words that stand, and of the files. */
export async function selectOpenPlaces(
  db: Db,
  of: { responseId: number; answersVersion: number },
) {
  return db
    .selectFrom("redactions")
    .leftJoin("answers", "answers.id", "redactions.answer_id")
    .leftJoin("attachments", "attachments.id", "redactions.attachment_id")
    .select([
      "redactions.answer_id as answerId",
      "redactions.attachment_id as attachmentId",
      "redactions.start_offset as startOffset",
      "redactions.end_offset as endOffset",
      "redactions.reason",
      "redactions.state",
    ])
    .where("redactions.response_id", "=", of.responseId)
    .where("redactions.state", "in", ["proposed", "approved"])
    .where((eb) => isOfWhatStands(eb, eb.val(of.answersVersion)))
    .orderBy("redactions.start_offset")
    .execute();
}

type Joined = ExpressionBuilder<
  HeardSchema,
  "redactions" | "answers" | "attachments"
>;

/** Whether the answer or the file is there: none of a former version, and none that was taken back. */
function isOfWhatStands(eb: Joined, version: Expression<number>) {
  return eb.or([
    eb.and([
      eb("answers.version", "=", version),
      eb("answers.taken_back_at", "is", null),
    ]),
    eb.and([
      eb("redactions.attachment_id", "is not", null),
      eb("attachments.taken_back_at", "is", null),
    ]),
  ]);
}

/** Of which version of some responses something waits or is approved; a file that is there is of every one. */
export async function selectOpenVersions(
  db: Db,
  responseIds: readonly number[],
): Promise<{ responseId: number; version: number | null }[]> {
  return db
    .selectFrom("redactions")
    .leftJoin("answers", "answers.id", "redactions.answer_id")
    .leftJoin("attachments", "attachments.id", "redactions.attachment_id")
    .select([
      "redactions.response_id as responseId",
      "answers.version as version",
    ])
    .where("redactions.response_id", "in", responseIds)
    .where("redactions.state", "in", ["proposed", "approved"])
    .where("answers.taken_back_at", "is", null)
    .where("attachments.taken_back_at", "is", null)
    .execute();
}

/** @returns its id; undefined where the same words wait or are approved already. */
export async function insertRedaction(
  trx: Trx,
  row: NewRow<"redactions">,
): Promise<number | undefined> {
  const inserted = await trx
    .insertInto("redactions")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted?.id;
}

type Moved = {
  ids: number[];
  from: readonly RedactionState[];
  set: {
    state: RedactionState;
    decided_by: string | null;
    decided_at: string;
  };
};

/** Moves those that still stand where they stood. @returns which they are. */
export async function moveRedactions(
  trx: Trx,
  { ids, from, set }: Moved,
): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .updateTable("redactions")
    .set(set)
    .where("id", "in", ids)
    .where("state", "in", from)
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Proposals in words and of files that stand, of responses that were not taken back; by response, the longest waiting first. */
export async function selectWaiting(
  db: Db,
  { viewer, most }: { viewer: Viewer; most: number },
) {
  return responsesListedFor(db, viewer)
    .innerJoin("redactions", "redactions.response_id", "responses.id")
    .leftJoin("answers", "answers.id", "redactions.answer_id")
    .leftJoin("attachments", "attachments.id", "redactions.attachment_id")
    .select((eb) => [
      "responses.id as responseId",
      eb.fn.countAll().as("count"),
      eb.fn
        .sum(
          eb
            .case()
            .when("redactions.proposed_by", "=", viewer.staffId)
            .then(1)
            .else(0)
            .end(),
        )
        .as("ownCount"),
      eb.fn.min("redactions.proposed_at").as("since"),
    ])
    .where("redactions.state", "=", "proposed")
    .where("responses.state", "<>", "withdrawn")
    .where((eb) => isOfWhatStands(eb, eb.ref("responses.current_version")))
    .groupBy("responses.id")
    .orderBy("since")
    .orderBy("responses.id")
    .limit(most)
    .execute();
}
