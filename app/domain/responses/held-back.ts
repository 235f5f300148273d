import type { HeldBackStanding } from "#app/db/column-values.ts";
import type { ResponseState } from "./responses.ts";

export {
  type HeldBackStanding,
  heldBackStandings,
} from "#app/db/column-values.ts";

/** Why a response looks as if no person sent it. */
export const holdingReasons = [
  "filled-trap",
  "sent-at-once",
  "sent-again",
] as const;
export type HoldingReason = (typeof holdingReasons)[number];

/**
 * From a draft's first saved page to its sending a person has a page come, looks
 * for the button and presses it, on a form of one question too. That takes more
 * than this, in milliseconds; a program that posts one after the other takes less.
 */
export const leastMsToSend = 1_000;

/**
 * So often the same response, word for word, comes from one network in so short
 * a time. People who send one letter are a campaign, and each of them is heard: a
 * school of 200 sends 33 in ten minutes where they take an hour over it. A program
 * that takes its time sends no more than that either.
 */
export const sameResponseBounds = {
  most: 40,
  windowMilliseconds: 10 * 60_000,
  mostKnown: 10_000,
};

/** Fewer words than these are the same by chance, and a form of choices alone always is. */
export const leastWordsToCompare = 25;

/**
 * The reasons against a response; none of them says that no person sent it, so a
 * hit only holds it back. One whose sender is worried for somebody has none:
 * that must be read, even where a machine ticked the box.
 */
export function reasonsToHoldBack(sent: {
  hasFilledTrap: boolean;
  /** The same came from its network more often than `sameResponseBounds` allow. */
  isSentAgain: boolean;
  tellsOfRisk: boolean;
  begunAt: Date;
  now: Date;
}): HoldingReason[] {
  if (sent.tellsOfRisk) return [];
  const tookMs = sent.now.getTime() - sent.begunAt.getTime();
  // A time below nothing is two servers' clocks, or one that was set back: it says nothing of the sender.
  const isAtOnce = tookMs >= 0 && tookMs < leastMsToSend;
  const speaksAgainst: Record<HoldingReason, boolean> = {
    "filled-trap": sent.hasFilledTrap,
    "sent-at-once": isAtOnce,
    "sent-again": sent.isSentAgain,
  };
  return holdingReasons.filter((reason) => speaksAgainst[reason]);
}

export const heldBackDecisions = ["let-in", "keep-out", "undo"] as const;
export type HeldBackDecision = (typeof heldBackDecisions)[number];

/** Which decision may be taken where, and where it leads. */
export const heldBackSteps: Record<
  HeldBackStanding,
  Partial<Record<HeldBackDecision, HeldBackStanding>>
> = {
  waiting: { "let-in": "let-in", "keep-out": "kept-out" },
  "kept-out": { "let-in": "let-in", undo: "waiting" },
  "let-in": { undo: "waiting" },
};

/** A response that is or was held back, as whoever decides about it sees it. */
export type HeldBackResponse = {
  responseId: number;
  reference: string;
  callId: number;
  definitionId: number;
  answersVersion: number;
  /** ISO-8601 UTC. */
  receivedAt: string;
  state: ResponseState;
  /** How it begins; empty where its sender took it back. */
  excerpt: string;
  wordCount: number;
  attachmentCount: number;
  reasons: HoldingReason[];
  standing: HeldBackStanding;
  /** What may be done about it now: letting in is undone until somebody works on it. */
  decisions: HeldBackDecision[];
};
