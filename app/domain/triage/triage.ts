import type { StaffMember } from "../accounts/accounts.ts";
import { may, type Permission } from "../accounts/permissions.ts";
import { type ResponseState, responseStates } from "../responses/responses.ts";
import type { Viewer } from "../responses/visible-responses.ts";

export type TriageState = ResponseState;

const placesInLists: Record<TriageState, number> = {
  received: 1,
  "in-triage": 2,
  "needs-second-look": 3,
  triaged: 4,
  "out-of-scope": 5,
  spam: 6,
  withdrawn: 7,
};

/** The states in the order in which staff read them. */
export const triageStates: readonly TriageState[] = [...responseStates].sort(
  (one, other) => placesInLists[one] - placesInLists[other],
);

/** Which state may follow which. Withdrawn is the end: what somebody took back stays back. */
export const triageTransitions: Record<TriageState, readonly TriageState[]> = {
  received: [
    "in-triage",
    "triaged",
    "needs-second-look",
    "out-of-scope",
    "spam",
    "withdrawn",
  ],
  "in-triage": [
    "triaged",
    "needs-second-look",
    "out-of-scope",
    "spam",
    "withdrawn",
  ],
  "needs-second-look": [
    "in-triage",
    "triaged",
    "out-of-scope",
    "spam",
    "withdrawn",
  ],
  triaged: [
    "in-triage",
    "needs-second-look",
    "out-of-scope",
    "spam",
    "withdrawn",
  ],
  "out-of-scope": ["in-triage", "needs-second-look", "triaged", "withdrawn"],
  spam: ["in-triage", "needs-second-look", "out-of-scope", "withdrawn"],
  withdrawn: [],
};

/** The states that ask for more than being let triage. */
const permissionNeeded: Partial<Record<TriageState, Permission>> = {
  withdrawn: "withdraw-responses",
};

/** So long one's own last decision about a response can be taken back. */
export const minutesToUndo = 10;

/**
 * What a reading ends in: one press each, in the order of the keys 1 to 4. The
 * other states are come to in other ways.
 */
export const readingDecisions = [
  "triaged",
  "needs-second-look",
  "out-of-scope",
  "spam",
] as const satisfies readonly TriageState[];

/** Who acts, as `requireStaff` returns them; the name is not needed. */
export type TriageActor = Viewer;

export function mayMove(
  from: TriageState,
  to: TriageState,
  actor: Pick<StaffMember, "role">,
): boolean {
  if (from === to) return true;
  if (!may(actor, permissionNeeded[to] ?? "triage-responses")) return false;
  return triageTransitions[from].includes(to);
}

/** What this person may choose for a response in this state, the state it is in first. */
export function choosableStates(
  from: TriageState,
  actor: Pick<StaffMember, "role">,
): TriageState[] {
  return [
    from,
    ...triageTransitions[from].filter((to) => mayMove(from, to, actor)),
  ];
}
