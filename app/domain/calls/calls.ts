import { type CallState, callStates } from "#app/db/column-values.ts";

export { type CallState, callStates };

/** Which state may follow which. A closed call may open again: a review extends its deadline. */
export const callTransitions: Record<CallState, readonly CallState[]> = {
  draft: ["open", "closing-announced"],
  open: ["closing-announced", "closed-late-accepted", "closed"],
  "closing-announced": ["open", "closed-late-accepted", "closed"],
  "closed-late-accepted": ["closing-announced", "closed"],
  closed: ["closing-announced", "closed-late-accepted", "archived"],
  archived: [],
};

/**
 * Whether a call may become this. A closing time closes it by itself, so what
 * may follow `closed` may follow that too; and a state may be kept with other times.
 */
export function mayBecome(call: CallTimes, next: CallTimes, now: Date) {
  const { state } = call;
  if (state === next.state)
    return (
      state !== "archived" &&
      (call.opensAt !== next.opensAt || call.closesAt !== next.closesAt)
    );
  // An opening that was announced is taken back while nobody could answer yet.
  if (next.state === "draft")
    return callAvailability(call, now) === "not-yet-open";
  const isOver = callAvailability(call, now) === "closed";
  return (
    callTransitions[state].includes(next.state) ||
    (isOver &&
      state !== "archived" &&
      callTransitions.closed.includes(next.state))
  );
}

/** What a person can do with a call at this moment. */
export type CallAvailability =
  "not-public" | "not-yet-open" | "open" | "closed-late-accepted" | "closed";

type CallTimes = {
  state: CallState;
  opensAt: string | null;
  closesAt: string | null;
};

/** A closing time closes the call by itself: nobody has to press a button at 17:00. */
export function callAvailability(call: CallTimes, now: Date): CallAvailability {
  if (call.state === "draft") return "not-public";
  if (call.state === "closed" || call.state === "archived") return "closed";
  if (call.state === "closed-late-accepted") return "closed-late-accepted";
  if (call.opensAt && now < new Date(call.opensAt)) return "not-yet-open";
  if (call.closesAt && now >= new Date(call.closesAt)) return "closed";
  return "open";
}
