import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import { may } from "#app/domain/accounts/permissions.ts";
import { findCase } from "#app/domain/responses/safeguarding/reading-cases.server.ts";
import type { VisibleResponse } from "#app/domain/responses/visible-responses.ts";
import type { RequestContext } from "./context.server.ts";

/** The case of a response that is frozen, with the review's own settings; undefined of one that is not. */
export async function readFrozen(
  { db, env, now }: Pick<RequestContext, "db" | "env" | "now">,
  of: { response: VisibleResponse; staff: StaffMember },
) {
  const { responseId, reference, isFlagged } = of.response;
  if (!isFlagged) return undefined;
  const { hours, nextStep } = env.safeguarding;
  return {
    ...{ reference, nextStep, clock: { hours, now: now() } },
    found: await findCase(db, { responseId, viewer: of.staff }),
    mayDecide: may(of.staff, "decide-safeguarding"),
  };
}
