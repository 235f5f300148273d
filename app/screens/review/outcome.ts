import { keptCallAddress } from "#app/call-addresses.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import {
  maxOutcomeCharacters,
  type OutcomeProblem,
} from "#app/domain/calls/outcome-form.ts";
import { inNumbers } from "./counted.ts";

/** The page on which it is written what came of a call. */
export function describeOutcomeForm(call: Call) {
  const { definition, outcome, rowVersion, slug, state } = call;
  const isBilingual =
    definition.title.cy !== undefined || outcome?.cy !== undefined;
  return {
    callTitle: inLanguage(definition.title, "en"),
    backHref: keptCallAddress(slug),
    ...{ en: outcome?.en, cy: outcome?.cy, rowVersion, isBilingual },
    standing:
      state === "draft"
        ? "The call is still in preparation: what you tell is public once it opens."
        : outcome
          ? "This is public now. What you write takes its place."
          : "Nothing is told yet.",
  };
}

export const outcomeProblems: Record<OutcomeProblem, string> = {
  "outcome-missing": "Write what came of it",
  "outcome-too-long": `There is room for ${inNumbers(maxOutcomeCharacters)} characters. Publish the rest elsewhere and name the address`,
  "version-missing":
    "Open this page again: the form does not say what it was made from",
};

/** Said once it is done. */
export const outcomeDone = {
  tell: "It stands on the call’s page.",
  "take-back": "The call’s page tells nothing of its outcome any more.",
};
