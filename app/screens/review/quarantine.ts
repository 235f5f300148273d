import { heldBackAddress, quarantineAddress } from "#app/addresses.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import type { HeldBackWords } from "#app/domain/responses/held-back.server.ts";
import {
  type HeldBackDecision,
  type HeldBackResponse,
  type HeldBackStanding,
  heldBackStandings,
  type HoldingReason,
  sameResponseBounds,
} from "#app/domain/responses/held-back.ts";
import { isWithdrawn } from "#app/domain/responses/withdrawal.ts";
import { formatMoment } from "#app/words/review-en/times.ts";

const reasonWords: Record<HoldingReason, string> = {
  "filled-trap": "a field that people do not see was filled in",
  "sent-at-once": "it was sent within a second of being begun",
  "sent-again": `the same words had come ${sameResponseBounds.most} times from one network within ${sameResponseBounds.windowMilliseconds / 60_000} minutes`,
};

/** Why a response was held back, as an event or a row has it. */
export function describeHoldingReasons(reasons: unknown): string[] {
  if (!Array.isArray(reasons)) return [];
  const words: Record<string, string> = reasonWords;
  return reasons.map((reason) => words[String(reason)] ?? String(reason));
}

const standingWords: Record<
  HeldBackStanding,
  { label: string; lead: string; empty: string }
> = {
  waiting: {
    label: "Waiting",
    lead: "These came in as machines send things, which does not say that no person wrote them. Nobody else sees them until you let them in: they are in no list, count or search.",
    empty: "Nothing is held back.",
  },
  "kept-out": {
    label: "Kept out",
    lead: "Nothing here is deleted. Whoever sent one can still see it with their receipt and take it back, and you can still let it in.",
    empty: "Nothing was kept out.",
  },
  "let-in": {
    label: "Let in",
    lead: "These are with the other responses now. Letting one in can be undone until somebody works on it.",
    empty: "Nothing was let in.",
  },
};

const decisionWords: Record<HeldBackDecision, string> = {
  "let-in": "Let in",
  "keep-out": "Keep out",
  undo: "Undo",
};

const toldWords: Record<HeldBackStanding, string> = {
  "let-in": "is let in, and stands with the other responses now.",
  "kept-out": "is kept out. Nothing of it is deleted.",
  waiting: "is held back again, and waits to be decided.",
};

/** What came of a decision. */
export function tellStanding(reference: string, standing: HeldBackStanding) {
  return `${reference} ${toldWords[standing]}`;
}

const list = new Intl.ListFormat("en-GB", { type: "disjunction" });

/** Said to a colleague who looks for a response that is held back. */
export function tellWhoDecides(held: {
  reference: string;
  deciders: string[];
}): string {
  const { reference, deciders } = held;
  const who = deciders.length > 0 ? list.format(deciders) : "Nobody at present";
  return `${reference} is held back, because it came in as machines send things. It is in no list until it is let in. ${who} can read it and decide.`;
}

/** Which standing an address asks for; what waits where it says none. */
export function readStanding(parameters: URLSearchParams): HeldBackStanding {
  const asked = parameters.get("show");
  return heldBackStandings.find((one) => one === asked) ?? "waiting";
}

/** The list of one standing. */
export function standingHref(standing: HeldBackStanding, page = 1): string {
  const parameters = new URLSearchParams({
    ...(standing !== "waiting" && { show: standing }),
    ...(page > 1 && { page: String(page) }),
  });
  const query = parameters.toString();
  return query === "" ? quarantineAddress : `${quarantineAddress}?${query}`;
}

type Calls = Pick<Call, "id" | "definition">[];

function titleOf(calls: Calls, callId: number): string {
  const call = calls.find(({ id }) => id === callId);
  return call ? inLanguage(call.definition.title, "en") : "";
}

function describeHeldBack(response: HeldBackResponse, calls: Calls) {
  const { reference, attachmentCount: files } = response;
  const facts = [
    titleOf(calls, response.callId),
    formatMoment(response.receivedAt),
    response.wordCount === 1 ? "1 word" : `${response.wordCount} words`,
    ...(files > 0 ? [files === 1 ? "1 file" : `${files} files`] : []),
  ];
  return {
    reference,
    href: heldBackAddress(reference),
    facts: facts.join(", "),
    why: `Held back because ${describeHoldingReasons(response.reasons).join(", and ")}.`,
    excerpt: isWithdrawn(response)
      ? "Its sender took it back. What it says is closed."
      : response.excerpt,
    decisions: response.decisions.map((decision) => ({
      decision,
      label: decisionWords[decision],
    })),
    undecidable: isWithdrawn(response)
      ? "Nothing is left to decide."
      : "Somebody works on it.",
  };
}

export function describeQuarantine(of: {
  standing: HeldBackStanding;
  counts: ReadonlyMap<HeldBackStanding, number>;
  responses: HeldBackResponse[];
  calls: Calls;
  pages: { page: number; pageCount: number };
}) {
  const { standing, counts, pages } = of;
  const { lead, empty, label } = standingWords[standing];
  const to = (page: number) =>
    page >= 1 && page <= pages.pageCount
      ? standingHref(standing, page)
      : undefined;
  return {
    label,
    lead,
    emptyWords: of.responses.length === 0 ? empty : undefined,
    links: heldBackStandings.map((one) => ({
      label: standingWords[one].label,
      count: String(counts.get(one) ?? 0),
      href: standingHref(one),
      isCurrent: one === standing,
    })),
    lines: of.responses.map((one) => describeHeldBack(one, of.calls)),
    pages: {
      ...pages,
      previousHref: to(pages.page - 1),
      nextHref: to(pages.page + 1),
    },
  };
}

export function describeOneHeldBack(
  { response, words }: { response: HeldBackResponse; words: HeldBackWords },
  calls: Calls,
) {
  return {
    line: describeHeldBack(response, calls),
    standing: standingWords[response.standing].label,
    backTo: standingHref(response.standing),
    words,
    files:
      response.attachmentCount > 0
        ? "Its files can be opened once it is let in."
        : undefined,
  };
}
