import { isWithdrawn } from "#app/domain/responses/withdrawal.ts";
import type { VisibleResponse } from "#app/domain/responses/visible-responses.ts";

export const withdrawnRefusal =
  "This response was withdrawn: its decision, tags and passages stay as they are. You can still write a note";

/** What stands over a response that its sender took back; undefined over any other. */
export function describeWithdrawal(
  response: Pick<VisibleResponse, "state">,
): string | undefined {
  if (!isWithdrawn(response)) return undefined;
  return "Withdrawn: the person who sent it took it back. Do not quote or use it. Its decision, tags and passages stay as they are; notes and the safeguarding flag go on.";
}
