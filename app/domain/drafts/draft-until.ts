import { callAvailability } from "../calls/calls.ts";
import type { AnsweredCall } from "./answering.ts";
import type { DraftHead } from "./drafts.ts";

/** Until when a draft can be come back to. */
export type DraftUntil = {
  /** ISO-8601 UTC. */
  at: string;
  /** What ends then: the call, or the time that a draft is kept for. */
  because: "call-closes" | "not-saved-since";
};

/**
 * The nearer of a draft's life and its call's closing. A call that has closed,
 * and one that is closed to all but a code, ends nothing any more: what is left
 * can be read for as long as it is kept.
 */
export function draftUntil(
  call: AnsweredCall,
  draft: Pick<DraftHead, "expiresAt">,
  now: Date,
): DraftUntil {
  const { closesAt } = call;
  const isOpen = callAvailability(call, now) === "open";
  return isOpen && closesAt !== null && closesAt < draft.expiresAt
    ? { at: closesAt, because: "call-closes" }
    : { at: draft.expiresAt, because: "not-saved-since" };
}
