import {
  type DueProblem,
  type DueRule,
  maxDueDays,
} from "#app/domain/calls/dues.ts";
import { ledgerAddress } from "#app/ledger-addresses.ts";
import { formatShortDate } from "#app/words/review-en/times.ts";

/** The form in which it is said by when the responses of a call should be read. */
export function describeDueForm(
  call: { slug: string; title: string },
  rule: DueRule,
) {
  return {
    callTitle: call.title,
    backHref: ledgerAddress(call.slug),
    withinDays:
      rule && "withinDays" in rule ? String(rule.withinDays) : undefined,
    by: rule && "by" in rule ? formatShortDate(rule.by) : undefined,
  };
}

/** What is said beside a field of the form. */
export const dueProblems: Record<DueProblem, string> = {
  "days-wrong": `Give a whole number of days from 1 to ${maxDueDays}`,
  "day-wrong": "Give a day such as 31 January 2027, or 31/1/2027",
  "both-said": "Give a number of days or one day, not both",
};

/** Said once it is saved. */
export const dueSaved =
  "It is saved. The days stand on what came in before in a moment.";
