import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import { may } from "#app/domain/accounts/permissions.ts";
import { countHeldBack } from "#app/domain/responses/held-back.server.ts";
import { countCases } from "#app/domain/responses/safeguarding/reading-cases.server.ts";
import type { RequestContext } from "./context.server.ts";

export type FrameCounts = {
  /** How many cases are open, and how many of them are overdue. */
  cases: { open: number; overdue: number };
  /** How many wait to be let in; undefined for whoever does not decide about them. */
  heldBackCount: number | undefined;
};

/** None, before one may read. */
export const noFrameCounts: FrameCounts = {
  cases: { open: 0, overdue: 0 },
  heldBackCount: undefined,
};

/** What the masthead counts for whoever decides about it. */
export async function readFrameCounts(
  { db, env, now }: Pick<RequestContext, "db" | "env" | "now">,
  staff: StaffMember,
): Promise<FrameCounts> {
  const heldBack =
    may(staff, "decide-held-back") && (await countHeldBack(db, staff));
  const clock = { hours: env.safeguarding.hours, now: now() };
  return {
    heldBackCount: heldBack ? (heldBack.get("waiting") ?? 0) : undefined,
    cases: may(staff, "decide-safeguarding")
      ? await countCases(db, staff, clock)
      : noFrameCounts.cases,
  };
}
