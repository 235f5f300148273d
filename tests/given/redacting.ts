import { randomBytes } from "node:crypto";
import { decideRedactions } from "#app/domain/redaction/decide.server.ts";
import { proposeRedaction } from "#app/domain/redaction/propose.server.ts";
import { selectRedactionRows } from "#app/domain/redaction/redactions.queries.server.ts";
import type {
  RedactionMove,
  RedactionReason,
} from "#app/domain/redaction/redactions.ts";
import type { Viewer } from "#app/domain/responses/visible-responses.ts";
import { givenCoding, now } from "./coded.ts";
import { givenColleague } from "./people.ts";

export const wordsToRedact =
  "😀 I am Nia Rees, ring 07700 900123.\nDr Amira Khan saw me. Nia Rees.";

/** An answer with an emoji before all of it, a lead, and two people who redact. */
export async function givenRedacting() {
  const coding = await givenCoding();
  const { db, amina, lead } = coding;
  const ben = await givenColleague(db, { name: "Ben" });
  const place = await coding.answer(wordsToRedact);
  const { responseId } = place;
  return {
    ...{ db, amina, ben, lead, place, answer: coding.answer },
    tag: coding.tag,
    propose: (
      quote: string,
      more: {
        actor?: Viewer;
        reason?: RedactionReason;
        startOffset?: number;
        endOffset?: number;
        answerId?: number;
      } = {},
    ) =>
      proposeRedaction(db, {
        ...{ ...place, quote, actor: amina, now, randomBytes },
        ...{ reason: "name" as const, ...more },
      }),
    decide: (move: RedactionMove, publicIds: string[], actor: Viewer = ben) =>
      decideRedactions(db, { responseId, publicIds, move, actor, now }),
    rows: () => selectRedactionRows(db, responseId),
    ids: async () =>
      (await selectRedactionRows(db, responseId)).map(
        ({ publicId }) => publicId,
      ),
  };
}
