import type { DecisionOutcome } from "#app/domain/redaction/decide.server.ts";
import type { ProposalOutcome } from "#app/domain/redaction/propose.server.ts";
import type { LookOutcome } from "#app/domain/redaction/looks.server.ts";
import type { RedactionMove } from "#app/domain/redaction/redactions.ts";
import { describePassageRefusal } from "./refusals.ts";
import { withdrawnRefusal } from "./withdrawn.ts";

type Told = { kind: "success" | "notice"; text: string };
type ToldOrRefused = ({ ok: true } & Told) | { ok: false; text: string };

const inRedactions = (count: number) =>
  count === 1 ? "1 redaction" : `${count} redactions`;

/** What came of proposing. */
export function tellProposed(added: number): Told {
  if (added === 0)
    return {
      kind: "notice",
      text: "This is marked already: nothing was added.",
    };
  return {
    kind: "success",
    text: `${inRedactions(added)} proposed. Somebody else has to approve ${added === 1 ? "it" : "them"}.`,
  };
}

export const nothingTicked =
  "Nothing was ticked, so nothing was done. Tick what you mean and press again.";

const doneWords: Record<RedactionMove, string> = {
  approve: "approved. What leaves the review goes without what is redacted.",
  refuse: "refused. What was marked stays as it is.",
  "take-back": "taken back.",
};

const refusals: Record<
  Extract<DecisionOutcome, { ok: false }>["reason"],
  string
> = {
  withdrawn: withdrawnRefusal,
  "not-found":
    "One of these redactions is not there any more, so nothing was done. Check the list and press again.",
  "own-proposal":
    "You proposed one of these yourself, so nothing was done. A second person has to decide about it.",
  "not-yours":
    "A colleague proposed one of these, so nothing was done. Refuse it, if it should not be there.",
  "decided-meanwhile":
    "A colleague decided about one of these while you were reading, so nothing was done. The list below is as it stands now.",
};

/** What came of a decision. */
export function tellDecided(
  move: RedactionMove,
  outcome: DecisionOutcome,
): ToldOrRefused {
  if (!outcome.ok) return { ok: false, text: refusals[outcome.reason] };
  return {
    ok: true,
    kind: "success",
    text: `${inRedactions(outcome.decided)} ${doneWords[move]}`,
  };
}

/** What came of proposing to withhold a file. */
export function tellWithholding(outcome: ProposalOutcome): ToldOrRefused {
  if (outcome.ok) return { ok: true, ...tellProposed(outcome.added) };
  const text =
    outcome.reason === "withdrawn"
      ? withdrawnRefusal
      : "This file is not there any more, so nothing was proposed.";
  return { ok: false, text };
}

/** What came of accepting suggestions. */
export function tellAccepted(outcome: ProposalOutcome): ToldOrRefused {
  if (outcome.ok) return { ok: true, ...tellProposed(outcome.added) };
  const text =
    outcome.reason === "withdrawn"
      ? withdrawnRefusal
      : "Whoever sent this changed it while you had it open, so nothing was done. What it says now is on this page.";
  return { ok: false, text };
}

/** Why words were not marked, beside the field in which it can be put right. */
export function describeRedactionRefusal(
  refusal: Extract<ProposalOutcome, { ok: false }>,
) {
  return describePassageRefusal(refusal);
}

const lookRefusals: Record<
  Extract<LookOutcome, { ok: false }>["reason"],
  string
> = {
  withdrawn: withdrawnRefusal,
  "words-changed":
    "Whoever sent this changed it while you had it open. Read what it says now and press again.",
  "has-redactions":
    "Something in it is proposed or approved, so it was not marked as having nothing to redact.",
};

/** What came of saying that nothing is to be redacted, or of taking that back. */
export function tellLook(
  look: "nothing" | "again",
  outcome: LookOutcome,
): Told {
  if (!outcome.ok)
    return { kind: "notice", text: lookRefusals[outcome.reason] };
  return {
    kind: "success",
    text:
      look === "nothing"
        ? "Marked as looked at: nothing to redact."
        : "It stands again among what nobody has looked at.",
  };
}
