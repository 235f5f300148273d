import type { Db } from "#app/db/schema.ts";
import type { StaffMember } from "../accounts/accounts.ts";
import { recordEvent } from "../audit/audit.server.ts";
import type { Call } from "../calls/calls.server.ts";
import {
  type EqualityQuestion,
  everyChoice,
  type TakenChoice,
} from "../calls/equality.ts";
import { callOpening, hasClosed, takesAnswers } from "../calls/opening.ts";
import {
  type SentDraftHolder,
  settleEquality,
} from "../drafts/sent-drafts.server.ts";
import { type ToldCount, tellCount } from "./equality.ts";
import {
  addToCounts,
  insertMissingCounts,
  selectCounts,
} from "./equality-counts.queries.server.ts";

/**
 * Counts the choices that somebody took after sending, once for each draft;
 * `taken` is empty where they would rather not answer, and both are written
 * alike. There is no event: it would have a time and a place in the order.
 *
 * @returns false where there was nothing to count or to leave out any more.
 */
export async function countEqualityAnswers(
  db: Db,
  counted: {
    call: Call;
    holder: SentDraftHolder & { publicId: string };
    taken: TakenChoice[];
  },
): Promise<boolean> {
  const { call, holder, taken } = counted;
  const { equality } = call.definition;
  if (!equality || !asksEquality(call, holder.now)) return false;
  return db.transaction().execute(async (trx) => {
    if (!(await settleEquality(trx, holder))) return false;
    const choices = everyChoice(equality);
    await insertMissingCounts(trx, { callId: call.id, choices });
    await addToCounts(trx, { callId: call.id, taken });
    return true;
  });
}

/**
 * Not after closing, when the totals are told: an answer that comes late by
 * itself would be the difference between two readings of them.
 */
export function asksEquality(call: Call, now: Date): boolean {
  const opening = callOpening(call, now);
  return (
    call.definition.equality !== undefined &&
    opening !== undefined &&
    takesAnswers(opening)
  );
}

export type EqualityTotals = {
  question: EqualityQuestion;
  counts: { value: string; told: ToldCount }[];
}[];

/**
 * How often each choice was taken, as staff are told; that they looked is
 * written down.
 *
 * @returns `still-open` before the call has closed: who looks each time that an
 * answer comes would see what its sender said.
 */
export async function readEqualityTotals(
  db: Db,
  read: { call: Call; viewer: StaffMember; now: Date },
): Promise<
  | { ok: true; totals: EqualityTotals }
  | { ok: false; reason: "still-open" | "not-asked" }
> {
  const { call, viewer, now } = read;
  const { equality } = call.definition;
  if (!equality) return { ok: false, reason: "not-asked" };
  const opening = callOpening(call, now);
  if (!opening || !hasClosed(opening))
    return { ok: false, reason: "still-open" };
  const rows = await db.transaction().execute(async (trx) => {
    await recordEvent(trx, {
      at: now,
      actor: { kind: "staff", staffId: viewer.staffId },
      subject: { kind: "call", id: call.id },
      type: "call.equality-totals-read",
    });
    return selectCounts(trx, call.id);
  });
  const countOf = (questionId: string, value: string) =>
    rows.find((row) => row.questionId === questionId && row.value === value)
      ?.count ?? 0;
  const totals = equality.questions.map((question) => ({
    question,
    counts: question.choices.map(({ value }) => ({
      value,
      told: tellCount(countOf(question.id, value)),
    })),
  }));
  return { ok: true, totals };
}
