import type { Call } from "#app/domain/calls/calls.server.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import { callOpening, hasClosed } from "#app/domain/calls/opening.ts";
import { fewest, type ToldCount } from "#app/domain/equality/equality.ts";
import type { EqualityTotals } from "#app/domain/equality/equality.server.ts";
import type { HeldBackStanding } from "#app/domain/responses/held-back.ts";

/** The calls that ask equality questions, and whether their totals can be shown. */
export function describeEqualityCalls(calls: Call[], now: Date) {
  return calls
    .filter(({ definition }) => definition.equality)
    .map((call) => {
      const opening = callOpening(call, now);
      return {
        slug: call.slug,
        title: inLanguage(call.definition.title, "en"),
        isClosed: opening !== undefined && hasClosed(opening),
      };
    });
}

/** The totals of one call, a table for each question. */
export function describeEqualityTotals(
  call: Call,
  totals: EqualityTotals,
  heldBack: ReadonlyMap<HeldBackStanding, number>,
) {
  return {
    title: inLanguage(call.definition.title, "en"),
    heldBack: heldBackInWords(heldBack),
    questions: totals.map(({ question, counts }) => ({
      id: question.id,
      label: inLanguage(question.label, "en"),
      rows: question.choices.map(({ value, label }, at) => ({
        value,
        label: inLanguage(label, "en"),
        count: countInWords(counts[at]?.told ?? { kind: "fewer" }),
      })),
    })),
  };
}

/** Nothing leads from the choices to a response, so that what is held back cannot be left out of them. */
function heldBackInWords(
  counts: ReadonlyMap<HeldBackStanding, number>,
): string | undefined {
  const count = (counts.get("waiting") ?? 0) + (counts.get("kept-out") ?? 0);
  if (count === 0) return undefined;
  const are =
    count === 1
      ? "1 response to this call is"
      : `${count.toLocaleString("en-GB")} responses to this call are`;
  return `${are} held back in the quarantine. What was chosen beside them is counted here all the same: nothing leads from these numbers to a response.`;
}

function countInWords(told: ToldCount): string {
  return told.kind === "fewer"
    ? `Fewer than ${fewest}`
    : told.count.toLocaleString("en-GB");
}
