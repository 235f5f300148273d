import {
  type CaseEnding,
  type CaseOutcome,
  isOverdue,
  isWaiting,
  type PassingWay,
  type SafeguardingCase,
  type SafeguardingKind,
  takeUpBy,
} from "#app/domain/responses/safeguarding/cases.ts";
import { caseAddress, lanePageAddress } from "#app/safeguarding-addresses.ts";
import { formatMoment } from "#app/words/review-en/times.ts";

export const kindWords: Record<SafeguardingKind, string> = {
  child: "A child may be at risk",
  adult: "An adult may be at risk",
  "self-harm": "Somebody may harm themselves",
  threat: "Somebody is threatened",
  other: "Somebody may be at risk",
};

/** In the order in which they are offered; whoever is not sure leaves the last. */
export const kindChoices = (Object.keys(kindWords) as SafeguardingKind[]).map(
  (value) => ({
    value,
    label: value === "other" ? "Something else, or not sure" : kindWords[value],
  }),
);

export const outcomeWords: Record<CaseOutcome, string> = {
  "passed-on": "It was passed on, as the case says",
  "no-further-step": "No further step is needed",
  "not-safeguarding": "It is not a safeguarding matter",
};

export const endingWords: Record<CaseEnding, string> = {
  release: "The response returns to every list",
  hold: "The response stays held, out of every list",
};

export const wayWords: Record<PassingWay, string> = {
  phone: "By phone",
  email: "By email",
  "in-person": "In person",
  form: "By their form",
  other: "Another way",
};

export function choicesOf<Value extends string>(words: Record<Value, string>) {
  return (Object.keys(words) as Value[]).map((value) => ({
    value,
    label: words[value],
  }));
}

const usualNextStep =
  "If somebody is in danger now, call the emergency services, then tell a lead yourself. Otherwise nothing more is asked of you: leads have been told, and two of them decide. Do not write to whoever sent it or look into it yourself. If it weighs on you, take a break and talk to a lead.";

export type CaseClock = { hours: number; now: Date };

/** What whoever reads a frozen response does now, in the review's own words where it has some. */
export function nextStepWords(nextStep: string | undefined): string {
  return nextStep ?? usualNextStep;
}

/** Where a case stands, as a sentence, and whether its time is over. */
export function describeStanding(one: SafeguardingCase, clock: CaseClock) {
  return { words: standingWords(one, clock), isOverdue: isOverdue(one, clock) };
}

function standingWords(one: SafeguardingCase, clock: CaseClock): string {
  const { takenUp, closedAt } = one;
  if (closedAt !== undefined) return `Closed ${formatMoment(closedAt)}`;
  const due = formatMoment(takeUpBy(one, clock.hours).toISOString());
  const left = takenUp ? `${takenUp.name} had it and has left. ` : "";
  if (isWaiting(one))
    return isOverdue(one, clock)
      ? `${left}Overdue: nobody took it up by ${due}`
      : `${left}Nobody has taken it up. To be taken up by ${due}`;
  const taken = `${takenUp?.name ?? ""} has it, since ${formatMoment(takenUp?.at ?? "")}`;
  return one.isProposed
    ? `${taken}. An ending is proposed: a second person is asked`
    : taken;
}

export function describeOpening({ openedBy, openedAt }: SafeguardingCase) {
  const who = openedBy?.name ?? "Whoever sent it";
  return `${who}, ${formatMoment(openedAt)}`;
}

type Lane = { open: SafeguardingCase[]; closed: SafeguardingCase[] };
type LanePages = {
  counts: { open: number; overdue: number };
  page: number;
  pageCount: number;
};

/** A page of the cases that are open, and those that were closed. */
export function describeLane(
  lane: Lane,
  { counts, page, pageCount }: LanePages,
  clock: CaseClock,
) {
  const to = (other: number) =>
    other >= 1 && other <= pageCount ? lanePageAddress(other) : undefined;
  const describe = (one: SafeguardingCase) => ({
    caseId: one.caseId,
    reference: one.reference,
    href: caseAddress(one.reference),
    kind: kindWords[one.kind],
    words: one.words,
    raised: describeOpening(one),
    standing: describeStanding(one, clock),
  });
  return {
    open: lane.open.map(describe),
    closed: lane.closed.map(describe),
    openCount: counts.open,
    overdueCount: counts.overdue,
    pages: {
      ...{ page, pageCount },
      ...{ previousHref: to(page - 1), nextHref: to(page + 1) },
    },
  };
}
