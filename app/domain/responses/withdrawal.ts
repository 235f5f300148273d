import type { VisibleResponse } from "./visible-responses.ts";

/** What staff change about a response, or keep beside it. */
export type ResponseWork =
  | "note"
  | "safeguarding"
  | "release"
  | "claim"
  | "decision"
  | "tags"
  | "passages"
  | "redactions";

/**
 * A response whose sender took it back is not worked on any more: what was made of it stays
 * as it was, and nothing is added. What is written about it goes on, and a risk is
 * no smaller for it.
 */
const goesOnAfterWithdrawal = {
  note: true,
  safeguarding: true,
  release: true,
  claim: false,
  decision: false,
  tags: false,
  passages: false,
  redactions: false,
} as const satisfies Record<ResponseWork, boolean>;

export function isWithdrawn(response: Pick<VisibleResponse, "state">): boolean {
  return response.state === "withdrawn";
}

/**
 * While it is with the safeguarding lane a response is frozen: what is known of
 * the risk is written down and decided there, and nothing else is made of it.
 */
const goesOnWhileFrozen = {
  note: true,
  safeguarding: true,
  release: true,
  claim: false,
  decision: false,
  tags: false,
  passages: false,
  redactions: false,
} as const satisfies Record<ResponseWork, boolean>;

export type TooLate = "withdrawn" | "frozen";

/** The one rule of what may be done about a response that was withdrawn or is frozen, with its reason; every operation of staff asks it. */
export function whyTooLateFor(
  work: ResponseWork,
  response: Pick<VisibleResponse, "state" | "isFlagged">,
): TooLate | undefined {
  if (isWithdrawn(response) && !goesOnAfterWithdrawal[work]) return "withdrawn";
  return response.isFlagged && !goesOnWhileFrozen[work] ? "frozen" : undefined;
}

export function isTooLateFor(
  work: ResponseWork,
  response: Pick<VisibleResponse, "state" | "isFlagged">,
): boolean {
  return whyTooLateFor(work, response) !== undefined;
}
