import { callStepAddress, keptCallAddress } from "#app/call-addresses.ts";
import type { HistoryEntry } from "#app/domain/audit/audit.server.ts";
import {
  type CallStep,
  callSteps,
  type PlannedStep,
  stepRefusal,
} from "#app/domain/calls/call-steps.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { Extension } from "#app/domain/calls/extensions.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import { callOpening, hasClosed } from "#app/domain/calls/opening.ts";
import { formatTime } from "#app/words/public-en/times.ts";
import { wordsIn } from "#app/words/words.ts";
import { describeCallHistory } from "./call-history.ts";
import { stepRefusals, stepWords } from "./call-step-words.ts";
import { tellUnderWay } from "./calls.ts";

const words = wordsIn("en");

/** What can be done about a call now, and what cannot with why. */
export function listSteps(call: Call, now: Date) {
  const all = callSteps.map((step) => ({
    ...{ step, label: labelOf(step, call, now) },
    href: callStepAddress(call.slug, step),
    refusal: stepRefusal(step, call, now),
  }));
  return {
    possible: all.flatMap(({ refusal, ...step }) => (refusal ? [] : [step])),
    others: all.flatMap(({ refusal, step, label }) =>
      refusal ? [{ step, label, why: stepRefusals[refusal] }] : [],
    ),
  };
}

/** Who extends what is closed opens it again. */
function labelOf(step: CallStep, call: Call, now: Date): string {
  const opening = callOpening(call, now);
  return step === "extend" && opening && hasClosed(opening)
    ? "Open it again"
    : stepWords[step].label;
}

/** The page of a step. */
export function describeStep(step: CallStep, call: Call, now: Date) {
  const refusal = stepRefusal(step, call, now);
  const { confirm, asks } = stepWords[step];
  const label = labelOf(step, call, now);
  return {
    ...{ step, heading: label, confirm, asks },
    backHref: keptCallAddress(call.slug),
    callTitle: inLanguage(call.definition.title, "en"),
    refusal: refusal && stepRefusals[refusal],
    asksWho: step === "extend" || step === "earlier",
    told:
      asks === "closing" && call.closesAt
        ? `People have been told: ${formatTime(call.closesAt)}, UK time.`
        : undefined,
  };
}

type Coming = {
  planned: PlannedStep;
  extension: Extension | undefined;
  underWay: number;
  now: Date;
};

/** What a step would come to: read before it is done, for it is public at once. */
export function describeComing(step: CallStep, coming: Coming): string[] {
  const { planned, extension, underWay, now } = coming;
  const opening = callOpening(planned, now);
  const { comes, underWay: theirs } = stepWords[step];
  return [
    ...(opening
      ? [`The call’s page will say: “${words.call.opening(opening)}”`]
      : []),
    ...(extension ? [`Below it: “${tellExtension(extension)}”`] : []),
    ...comes,
    underWay === 0 ? tellUnderWay(0) : `${tellUnderWay(underWay)} ${theirs}`,
  ];
}

function tellExtension(extension: Extension): string {
  const { before, struck, after } = words.call.extended(extension);
  return `${before}${struck ?? ""}${after}`;
}

/** Why nothing was done: somebody else did something between the page and the press. */
export function tellMeanwhile(history: HistoryEntry[]): string {
  const [last] = describeCallHistory(history);
  const who = last ? ` ${last.who} ${last.what} (${last.when}).` : "";
  return `The call was changed after you opened this page.${who} Nothing of yours was done. Read again what it comes to now.`;
}
