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

/** The one rule of what may still be done about a response that was withdrawn; every operation of staff asks it. */
export function isTooLateFor(
  work: ResponseWork,
  response: Pick<VisibleResponse, "state">,
): boolean {
  return isWithdrawn(response) && !goesOnAfterWithdrawal[work];
}
