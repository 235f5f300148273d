import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import type { VisibleResponse } from "#app/domain/responses/visible-responses.ts";
import { findNeighbours } from "#app/domain/triage/list-walk.server.ts";
import type { RequestContext } from "./context.server.ts";
import { readList, responsePath } from "./next-response.server.ts";

/** The addresses of the responses before and after one in the list that it was opened from; none where it was opened from no list. */
export async function readListWalk(
  context: Pick<RequestContext, "db" | "now">,
  of: { response: VisibleResponse; staff: StaffMember; queuePath: string },
) {
  const { response, staff, queuePath } = of;
  if (queuePath === "") return { previousHref: undefined, nextHref: undefined };
  const list = await readList(context, queuePath);
  const { previous, next } = await findNeighbours(context.db, {
    ...{ ...list, at: response, viewer: staff },
    now: context.now(),
  });
  return {
    previousHref: previous && responsePath(previous, queuePath),
    nextHref: next && responsePath(next, queuePath),
  };
}
