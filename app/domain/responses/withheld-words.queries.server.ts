import { type RawBuilder, sql } from "kysely";
import type { Db } from "#app/db/schema.ts";
import { may } from "../accounts/permissions.ts";
import type { Viewer } from "./visible-responses.ts";

/** What two people agreed to redact, with the words it stands in; by answer, in the order of its text. */
export async function selectApprovedPlaces(db: Db, responseIds: number[]) {
  if (responseIds.length === 0) return [];
  return db
    .selectFrom("redactions")
    .innerJoin("answers", "answers.id", "redactions.answer_id")
    .select([
      "redactions.response_id as responseId",
      "redactions.answer_id as answerId",
      "redactions.start_offset as startOffset",
      "redactions.end_offset as endOffset",
      "redactions.reason",
      "answers.question_id as questionId",
      "answers.text",
    ])
    .where("redactions.state", "=", "approved")
    .where("redactions.response_id", "in", responseIds)
    .orderBy("redactions.answer_id")
    .orderBy("redactions.start_offset")
    .execute();
}

/** Of a passage among `items`: whoever may not see all its words finds it by none of them. */
export function isReadWhole(viewer: Pick<Viewer, "role">): RawBuilder<boolean> {
  if (may(viewer, "see-redacted-originals")) return sql<boolean>`true`;
  return sql<boolean>`not exists (select 1 from passages
    inner join redactions on redactions.response_id = passages.response_id
      and redactions.answer_id = passages.answer_id
      and redactions.state = 'approved'
      and redactions.start_offset < passages.end_offset
      and redactions.end_offset > passages.start_offset
    where items.kind = 1 and passages.id = items.item_id)`;
}
