import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { HeardSchema } from "#app/db/schema.ts";
import type { RedactionStage } from "./queue-conditions.ts";
import { presentAnswers } from "./queue-work.queries.server.ts";

type Eb = ExpressionBuilder<HeardSchema, "responses">;
type Condition = Expression<SqlBool>;

/** How far a response has come with redactions, in the words and files that stand. */
export function isAtRedaction(eb: Eb, stage: RedactionStage): Condition {
  const [waits, isApproved] = [isIn(eb, "proposed"), isIn(eb, "approved")];
  switch (stage) {
    case "proposed":
      return waits;
    case "done":
      return eb.and([isApproved, eb.not(waits)]);
    case "nothing":
      return isLookedAt(eb);
    case "none":
      return eb.not(eb.or([waits, isApproved, isLookedAt(eb)]));
  }
}

/** Few have any: they are found first, and asked whether their words still stand. */
function isIn(eb: Eb, state: "proposed" | "approved"): Condition {
  return eb.and([
    eb("responses.id", "in", (inside) =>
      inside
        .selectFrom("redactions")
        .select("redactions.response_id")
        .where("redactions.state", "=", state),
    ),
    eb.or([
      eb.exists(
        presentAnswers(eb)
          .innerJoin("redactions", "redactions.answer_id", "answers.id")
          .where("redactions.state", "=", state),
      ),
      eb.exists(
        eb
          .selectFrom("redactions")
          .innerJoin(
            "attachments",
            "attachments.id",
            "redactions.attachment_id",
          )
          .select("redactions.id")
          .whereRef("redactions.response_id", "=", "responses.id")
          .where("redactions.state", "=", state)
          .where("attachments.taken_back_at", "is", null),
      ),
    ]),
  ]);
}

function isLookedAt(eb: Eb): Condition {
  return eb.exists(
    eb
      .selectFrom("redaction_looks")
      .select("redaction_looks.response_id")
      .whereRef("redaction_looks.response_id", "=", "responses.id")
      .whereRef(
        "redaction_looks.answers_version",
        "=",
        "responses.current_version",
      ),
  );
}
