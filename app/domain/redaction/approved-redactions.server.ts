import type { Db } from "#app/db/schema.ts";
import { selectApproved } from "../responses/withheld-words.server.ts";
import { utf16Offset } from "../tagging/passages.ts";
import type { RedactionReason } from "./redactions.ts";
import { joinOverlapping, type UnitSpan } from "./unit-spans.ts";

/** Words of an answer that must not leave. UTF-16 units of its frozen text, the end exclusive. */
export type ApprovedRedaction = UnitSpan & {
  /** The id of the answer's row. */
  answer: number;
  reason: RedactionReason;
};

/** A file that must not leave, with all that is tagged in it. */
export type WithheldFile = { attachmentId: number; reason: RedactionReason };

const responsesAtOnce = 500;

/**
 * What two people agreed must not leave the review, by response, in the order of
 * each answer's text; what overlaps is one. A response with none has no entry.
 * Whatever leaves the portal asks this; former versions of an answer keep theirs.
 */
export async function approvedRedactionsOf(
  db: Db,
  responseIds: readonly number[],
): Promise<Map<number, readonly (ApprovedRedaction | WithheldFile)[]>> {
  const words = new Map<number, ApprovedRedaction[]>();
  const whole = new Map<number, WithheldFile[]>();
  for (let at = 0; at < responseIds.length; at += responsesAtOnce) {
    const chunk = responseIds.slice(at, at + responsesAtOnce);
    const { places, files } = await selectApproved(db, chunk);
    for (const row of places)
      pushTo(words, row.responseId, {
        answer: row.answerId,
        start: utf16Offset(row.text, row.startOffset),
        end: utf16Offset(row.text, row.endOffset),
        reason: row.reason,
      });
    for (const { responseId, ...file } of files)
      pushTo(whole, responseId, file);
  }
  const ids = [...new Set([...words.keys(), ...whole.keys()])];
  return new Map(
    ids.map((id) => [
      id,
      [...joinByAnswer(words.get(id) ?? []), ...(whole.get(id) ?? [])],
    ]),
  );
}

function pushTo<One>(lists: Map<number, One[]>, id: number, one: One) {
  const list = lists.get(id);
  if (list) list.push(one);
  else lists.set(id, [one]);
}

/** They come in the order of the answers, each in the order of its text. */
function joinByAnswer(spans: ApprovedRedaction[]): ApprovedRedaction[] {
  const byAnswer = new Map<number, ApprovedRedaction[]>();
  for (const span of spans) pushTo(byAnswer, span.answer, span);
  return [...byAnswer.values()].flatMap((ofAnswer) =>
    joinOverlapping(ofAnswer),
  );
}
