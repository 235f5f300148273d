import type { Db } from "#app/db/schema.ts";
import { selectApprovedPlaces } from "../responses/withheld-words.server.ts";
import { utf16Offset } from "../tagging/passages.ts";
import type { RedactionReason } from "./redactions.ts";
import { joinOverlapping, type UnitSpan } from "./unit-spans.ts";

/** Words of an answer that must not leave. UTF-16 units of its frozen text, the end exclusive. */
export type ApprovedRedaction = UnitSpan & {
  /** The id of the answer's row. */
  answer: number;
  reason: RedactionReason;
};

const responsesAtOnce = 500;

/**
 * What two people agreed must not leave the review, by response, in the order of
 * each answer's text; what overlaps is one. A response with none has no entry.
 * Whatever leaves the portal asks this; former versions of an answer keep theirs.
 */
export async function approvedRedactionsOf(
  db: Db,
  responseIds: readonly number[],
): Promise<Map<number, readonly ApprovedRedaction[]>> {
  const found = new Map<number, ApprovedRedaction[]>();
  for (let at = 0; at < responseIds.length; at += responsesAtOnce) {
    const chunk = responseIds.slice(at, at + responsesAtOnce);
    for (const row of await selectApprovedPlaces(db, chunk)) {
      const approved = {
        answer: row.answerId,
        start: utf16Offset(row.text, row.startOffset),
        end: utf16Offset(row.text, row.endOffset),
        reason: row.reason,
      };
      const ofResponse = found.get(row.responseId);
      if (ofResponse) ofResponse.push(approved);
      else found.set(row.responseId, [approved]);
    }
  }
  return new Map([...found].map(([id, spans]) => [id, joinByAnswer(spans)]));
}

/** They come in the order of the answers, each in the order of its text. */
function joinByAnswer(spans: ApprovedRedaction[]): ApprovedRedaction[] {
  const byAnswer = new Map<number, ApprovedRedaction[]>();
  for (const span of spans) {
    const ofAnswer = byAnswer.get(span.answer);
    if (ofAnswer) ofAnswer.push(span);
    else byAnswer.set(span.answer, [span]);
  }
  return [...byAnswer.values()].flatMap((ofAnswer) =>
    joinOverlapping(ofAnswer),
  );
}
