import type { RedactionReason, RedactionState } from "#app/db/column-values.ts";
import type { OffsetRange } from "../tagging/passages.ts";

export {
  type RedactionReason,
  redactionReasons,
  type RedactionState,
} from "#app/db/column-values.ts";

/** What becomes of a redaction, and who may say so: a second person, or whoever proposed it. */
export type RedactionMove = "approve" | "refuse" | "take-back";

type Rule = {
  from: readonly RedactionState[];
  to: RedactionState;
  by: "second-person" | "proposer";
};

/**
 * Two people stand behind every approved redaction, and behind its end: whoever
 * proposed it cannot lift it by themselves once it is approved. One that was
 * refused is proposed anew by whoever changed their mind.
 */
export const redactionMoves = {
  approve: { from: ["proposed"], to: "approved", by: "second-person" },
  refuse: {
    from: ["proposed", "approved"],
    to: "refused",
    by: "second-person",
  },
  "take-back": { from: ["proposed"], to: "taken-back", by: "proposer" },
} as const satisfies Record<RedactionMove, Rule>;

/** Words that somebody wants redacted, or a file as a whole; offsets count code points. */
export type Redaction = OffsetRange & {
  publicId: string;
  /** One of the two. */
  answerId: number | null;
  attachmentId: number | null;
  reason: RedactionReason;
  state: RedactionState;
  proposedById: string;
  proposedBy: string;
  /** ISO-8601 UTC. */
  proposedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
};

/** Whether somebody may make a move, as the redaction stands. */
export function mayMove(
  move: RedactionMove,
  staffId: string,
  redaction: Pick<Redaction, "state" | "proposedById">,
): boolean {
  const { from, by } = redactionMoves[move];
  const states: readonly RedactionState[] = from;
  const isProposer = redaction.proposedById === staffId;
  return states.includes(redaction.state) && isProposer === (by === "proposer");
}

/** As many as one page lists; the rest comes up as these are decided. */
export const maxWaitingResponses = 100;
