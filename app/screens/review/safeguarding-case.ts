import type {
  CaseReading,
  Proposal,
  SafeguardingCase,
  WholeCase,
} from "#app/domain/responses/safeguarding/cases.ts";
import { caseAddress } from "#app/safeguarding-addresses.ts";
import { responseFormAddress } from "#app/addresses.ts";
import { formatMoment, formatShortDate } from "#app/words/review-en/times.ts";
import {
  type CaseClock,
  describeOpening,
  describeStanding,
  endingWords,
  kindWords,
  nextStepWords,
  outcomeWords,
  wayWords,
} from "./safeguarding.ts";

type Frozen = {
  reference: string;
  found: SafeguardingCase | undefined;
  mayDecide: boolean;
  nextStep: string | undefined;
  clock: CaseClock;
};

/** What stands over a frozen response of its case, for whoever reads it. */
export function describeFrozen(of: Frozen) {
  const { reference, found, mayDecide, clock } = of;
  const isOpen = found !== undefined && found.closedAt === undefined;
  return {
    kind: found && kindWords[found.kind],
    nextStep: isOpen ? nextStepWords(of.nextStep) : undefined,
    standing: found && describeStanding(found, clock),
    isOpen,
    caseHref: found && mayDecide ? caseAddress(reference) : undefined,
    forms:
      isOpen && mayDecide && found.takenUp
        ? [
            {
              to: caseAddress(reference, "pass-on"),
              label: "Record what was passed on",
            },
            {
              to: caseAddress(reference, "decide"),
              label: "Decide how it ends",
            },
          ]
        : [],
    againHref: isOpen
      ? undefined
      : responseFormAddress(reference, "safeguarding"),
  };
}

/** A case with all that was done in it, oldest first, and who has read the response since. */
export function describeCase(
  whole: WholeCase,
  of: { staffId: string; clock: CaseClock; nextStep: string | undefined },
) {
  const { reference, takenUp, closedAt } = whole;
  const waiting = whole.proposals.find((one) => one.answer === undefined);
  const isOwnProposal = waiting?.proposedById === of.staffId;
  return {
    reference,
    kind: kindWords[whole.kind],
    words: whole.words,
    raised: describeOpening(whole),
    standing: describeStanding(whole, of.clock),
    nextStep: nextStepWords(of.nextStep),
    timeline: timelineOf(whole),
    readings: whole.readings.map(describeReading),
    isOpen: closedAt === undefined,
    takenUpById: takenUp?.staffId ?? "",
    takeUp:
      takenUp?.staffId === of.staffId
        ? undefined
        : takenUp
          ? `Take it over from ${takenUp.name}`
          : "Take it up",
    passOnHref: caseAddress(reference, "pass-on"),
    decideHref: isOwnProposal ? undefined : caseAddress(reference, "decide"),
    decide: waiting ? "Agree, or send back" : "Propose how it ends",
    waitsFor: isOwnProposal
      ? "You proposed how it ends. Somebody else who decides about cases agrees or sends it back."
      : undefined,
  };
}

/** What is proposed, for whoever agrees or sends it back. */
export function describeProposal(proposal: Proposal) {
  return {
    proposalId: proposal.proposalId,
    by: `${proposal.proposedBy}, ${formatMoment(proposal.proposedAt)}`,
    outcome: outcomeWords[proposal.outcome],
    ending: endingWords[proposal.ending],
    words: proposal.words,
  };
}

type Line = {
  at: string;
  when: string;
  who: string;
  what: string;
  words: string;
};

function timelineOf(whole: WholeCase): Line[] {
  const { openedBy, openedAt, takenUp, words } = whole;
  const line = (at: string, who: string, what: string, said = ""): Line => ({
    ...{ at, when: formatMoment(at), who, what, words: said },
  });
  const sender = "Whoever sent it";
  const lines = [
    line(openedAt, openedBy?.name ?? sender, "raised the flag", words),
    ...(takenUp ? [line(takenUp.at, takenUp.name, "took the case up")] : []),
    ...whole.passings.map((one) =>
      line(
        one.recordedAt,
        one.recordedBy,
        `wrote down: passed on to ${one.passedTo} on ${formatShortDate(one.passedOn)}, ${wayWords[one.way].toLowerCase()}`,
        one.reason,
      ),
    ),
    ...whole.proposals.flatMap((one) => [
      line(
        one.proposedAt,
        one.proposedBy,
        `proposed: ${lower(outcomeWords[one.outcome])}; ${lower(endingWords[one.ending])}`,
        one.words,
      ),
      ...(one.answer
        ? [
            line(
              one.answer.at,
              one.answer.by,
              one.answer.answer === "agreed"
                ? "agreed, and the case was closed"
                : "sent it back",
              one.answer.words,
            ),
          ]
        : []),
    ]),
  ];
  return lines.toSorted((one, other) => one.at.localeCompare(other.at));
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function describeReading({ name, at, isOfIdentity }: CaseReading) {
  const what = isOfIdentity ? "looked at who sent it" : "read it";
  return { at, when: formatMoment(at), who: name, what };
}

/** Why something was not done about a case. */
export const caseRefusals = {
  "no-case": "This case is closed already.",
  "proposed-already":
    "A colleague has proposed an ending meanwhile. It is on this page.",
  "changed-meanwhile":
    "What was proposed has been answered meanwhile. How it stands now is on this page.",
  "same-person":
    "You proposed this yourself, so somebody else agrees or sends it back.",
} as const;
