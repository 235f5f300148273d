import type { Call } from "#app/domain/calls/calls.server.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import { maxWaitingResponses } from "#app/domain/redaction/redactions.ts";
import type { WaitingResponse } from "#app/domain/redaction/waiting.server.ts";
import {
  type RedactionStage,
  redactionStages,
} from "#app/domain/triage/queue-conditions.ts";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { redactAddress } from "#app/redaction-addresses.ts";
import { formatMoment } from "#app/words/review-en/times.ts";
import { nothingToRedact } from "./redaction-words.ts";
import { queueHref } from "./queue-links.ts";

const stageWords: Record<RedactionStage, string> = {
  none: "Not looked at by anybody",
  proposed: "Something waits",
  done: "Redacted, and nothing waits",
  nothing: nothingToRedact,
};

/** What waits for a second person: apart what this colleague may decide and what they proposed themselves. */
export function describeWaitingRedactions(of: {
  waiting: WaitingResponse[];
  calls: Pick<Call, "id" | "definition">[];
}) {
  const titles = new Map(
    of.calls.map(({ id, definition }) => [
      id,
      inLanguage(definition.title, "en"),
    ]),
  );
  const list = (count: (one: WaitingResponse) => number) =>
    of.waiting
      .filter((one) => count(one) > 0)
      .map((one) => ({
        reference: one.reference,
        href: redactAddress(one.reference),
        count: count(one) === 1 ? "1 redaction" : `${count(one)} redactions`,
        facts: `${titles.get(one.callId) ?? ""}, waiting since ${formatMoment(one.since)}`,
      }));
  return {
    forViewer: list(({ forViewer }) => forViewer),
    own: list(({ own }) => own),
    stages: redactionStages.map((stage) => ({
      label: stageWords[stage],
      href: queueHref(wholeQueue, { q: `redaction:${stage}`, state: "all" }),
    })),
    isCut: of.waiting.length >= maxWaitingResponses,
  };
}
