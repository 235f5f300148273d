import type {
  CaseAnswer,
  CaseEnding,
  CaseOutcome,
  PassingWay,
  SafeguardingKind,
} from "#app/db/column-values.ts";

export type { CaseEnding, CaseOutcome, PassingWay, SafeguardingKind };

/** Somebody of the team, and whether their account was shut since. */
export type CasePerson = { staffId: string; name: string; hasLeft: boolean };

/** A case as a list tells it. */
export type SafeguardingCase = {
  caseId: number;
  responseId: number;
  reference: string;
  kind: SafeguardingKind;
  /** What whoever raised the flag wrote; empty for nothing. */
  words: string;
  /** Undefined where its sender was worried when they sent it. */
  openedBy: CasePerson | undefined;
  openedAt: string;
  takenUp: (CasePerson & { at: string }) | undefined;
  isProposed: boolean;
  closedAt: string | undefined;
};

export type Passing = {
  passedTo: string;
  /** The day, as "2026-11-27". */
  passedOn: string;
  way: PassingWay;
  reason: string;
  recordedBy: string;
  recordedAt: string;
};

export type Proposal = {
  proposalId: number;
  outcome: CaseOutcome;
  ending: CaseEnding;
  words: string;
  proposedById: string;
  proposedBy: string;
  proposedAt: string;
  answer:
    { answer: CaseAnswer; words: string; by: string; at: string } | undefined;
};

/** Who has looked at a frozen response, and when: once for a sitting. */
export type CaseReading = { name: string; at: string; isOfIdentity: boolean };

/** All that is known of a case. */
export type WholeCase = SafeguardingCase & {
  passings: Passing[];
  /** Oldest first. */
  proposals: Proposal[];
  /** Newest first. */
  readings: CaseReading[];
};

/** Whether nobody who is still here has it in hand. */
export function isWaiting({
  takenUp,
  closedAt,
}: Pick<SafeguardingCase, "takenUp" | "closedAt">): boolean {
  return closedAt === undefined && (takenUp === undefined || takenUp.hasLeft);
}

/** By when somebody is to have taken a case up. */
export function takeUpBy(
  { openedAt }: Pick<SafeguardingCase, "openedAt">,
  hours: number,
): Date {
  return new Date(new Date(openedAt).getTime() + hours * 3_600_000);
}

export function isOverdue(
  one: SafeguardingCase,
  { hours, now }: { hours: number; now: Date },
): boolean {
  return isWaiting(one) && takeUpBy(one, hours) <= now;
}
