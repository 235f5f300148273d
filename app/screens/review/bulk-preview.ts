import type { BulkReport } from "#app/domain/bulk/actions.server.ts";
import { shownAtATime } from "#app/domain/bulk/bulk.ts";
import { isWithdrawn } from "#app/domain/responses/withdrawal.ts";
import type { VisibleResponse } from "#app/domain/responses/visible-responses.ts";
import { bulkActionAddress } from "#app/queue-addresses.ts";

const longestShown = 120;

/** What stands on a preview, a page of it, to be taken off one by one. */
export function describePreviewed(
  { action, outcomes }: Pick<BulkReport, "action" | "outcomes">,
  { responses, page }: { responses: VisibleResponse[]; page: number },
) {
  const waiting = outcomes.waiting ?? 0;
  const pageCount = Math.max(1, Math.ceil(waiting / shownAtATime));
  const to = (number: number) =>
    number >= 1 && number <= pageCount
      ? bulkActionAddress(action.actionId, number)
      : undefined;
  return {
    choices: responses.map((response) => ({
      value: response.reference,
      label: beginningOf(response),
      hint: response.reference,
    })),
    pages: {
      ...{ page, pageCount },
      previousHref: to(page - 1),
      nextHref: to(page + 1),
    },
  };
}

/** Of what was frozen or taken back since nothing is read in a list. */
function beginningOf(response: VisibleResponse): string {
  const { excerpt, isFlagged, reference } = response;
  if (isFlagged || isWithdrawn(response) || excerpt.trim() === "")
    return reference;
  return excerpt.length > longestShown
    ? `${excerpt.slice(0, longestShown)}…`
    : excerpt;
}

/** Why nothing was gathered. */
export const previewRefusals = {
  nothing: "There is nothing in this list.",
  "not-understood":
    "Something in this search was left out or guessed, so the list may be another than what was asked for. Put the search right first.",
};
