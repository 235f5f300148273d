import { callAvailability, type CallState } from "../calls/calls.ts";
import type { Draft } from "./drafts.ts";

/** Why a person cannot start, change or send answers now. */
export type AnsweringRefusal =
  | "not-yet-open"
  | "closed"
  /** Closed but for those who were given a code, and this draft has none. */
  | "code-needed"
  /** Another draft has sent with this one's code. */
  | "code-used";

export type Answering = { ok: true } | { ok: false; reason: AnsweringRefusal };

export type AnsweredCall = {
  state: CallState;
  opensAt: string | null;
  closesAt: string | null;
};

/**
 * Who may answer a call: anybody while it is open; after that, while it takes
 * late answers, who holds a code that nobody has sent with. The one rule for
 * pages and for sending.
 */
export function mayAnswer(
  call: AnsweredCall,
  draft: Pick<Draft, "lateCode"> | undefined,
  now: Date,
): Answering {
  switch (callAvailability(call, now)) {
    case "open":
      return { ok: true };
    case "not-public":
    case "not-yet-open":
      return { ok: false, reason: "not-yet-open" };
    case "closed":
      return { ok: false, reason: "closed" };
    case "closed-late-accepted":
      return mayAnswerLate(draft);
  }
}

function mayAnswerLate(draft: Pick<Draft, "lateCode"> | undefined): Answering {
  switch (draft?.lateCode ?? "none") {
    case "unused":
      return { ok: true };
    case "used":
      return { ok: false, reason: "code-used" };
    case "none":
      return { ok: false, reason: "code-needed" };
  }
}
